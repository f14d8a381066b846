import { describe, expect, it } from 'vitest'
import type { PageEntry, ScreenArea } from '../area.ts'
import { crumbsOf, currentEntry, menuOf } from './menu.ts'

const page = (path: string, title: string, parent?: string): PageEntry => ({
  path,
  title,
  parent,
  load: () => Promise.reject(new Error('not loaded in a test')),
})
const people: ScreenArea = {
  floor: 'casework',
  menu: [
    { label: '相談', path: '/consultations', may: 'consultation.read', order: 20 },
    { label: '利用者', path: '/people', may: 'person.read', order: 10, isForEntrusted: true },
  ],
  pages: [
    page('/people', '利用者'),
    page('/people/$id', 'フェースシート', '/people'),
    page('/people/$id/edit', '基本情報の変更', '/people/$id'),
  ],
}
const today: ScreenArea = {
  floor: 'today',
  menu: [{ label: 'きょう', path: '/', may: 'task.read', order: 1 }],
  pages: [page('/', 'きょう')],
}
const areas = [people, today]
const everything = (ability: string) => ability !== 'entrustment.receive'

describe('メニュー', () => {
  it('階の順に並べ、その中は order の順', () => {
    expect(
      menuOf(areas, everything).map(({ name, entries }) => [name, entries.map(({ label }) => label)]),
    ).toEqual([
      ['きょう', ['きょう']],
      ['個別支援', ['利用者', '相談']],
    ])
  })
  it('使えないものと、空になった階は出さない', () => {
    expect(menuOf(areas, (ability) => ability === 'person.read').map(({ id }) => id)).toEqual(['casework'])
  })
  it('委託先には、受け持つ方の仕事の行だけを出す', () => {
    const menu = menuOf(areas, () => true)
    expect(menu.flatMap(({ entries }) => entries.map(({ label }) => label))).toEqual(['利用者'])
  })
  it('今いる場所は、いちばん長く合う行', () => {
    const menu = menuOf(areas, everything)
    expect(currentEntry(menu, '/people/7/edit')?.path).toBe('/people')
    expect(currentEntry(menu, '/peoples')).toBeNull() // '/' is only itself
    expect(currentEntry(menu, '/')?.label).toBe('きょう')
  })
})

describe('パンくず', () => {
  const edit = people.pages[2] ?? page('', '')
  it('親をたどり、番号を入れる', () => {
    expect(crumbsOf(areas, edit, { id: '7' }, null)).toEqual([
      { label: '個別支援', to: null },
      { label: '利用者', to: '/people' },
      { label: 'フェースシート', to: '/people/7' },
      { label: '基本情報の変更', to: null },
    ])
  })
  it('ページが自分の名を持てば、それで終わる', () => {
    expect(crumbsOf(areas, people.pages[1] ?? edit, { id: '7' }, '見本 花子').at(-1)).toEqual({
      label: '見本 花子',
      to: null,
    })
  })
  it('階と同じ名のページは二度書かない。親が輪になっても止まる', () => {
    expect(crumbsOf(areas, today.pages[0] ?? edit, {}, null)).toEqual([{ label: 'きょう', to: null }])
    const loop: ScreenArea = {
      floor: 'casework',
      menu: [],
      pages: [page('/a', 'A', '/b'), page('/b', 'B', '/a')],
    }
    expect(crumbsOf([loop], loop.pages[0] ?? edit, {}, null).map(({ label }) => label)).toEqual([
      '個別支援',
      'B',
      'A',
    ])
  })
})
