import { describe, expect, it } from 'vitest'
import { headings } from '../../../exchange/checklists/layout.ts'
import { placePaste } from './bulk-paste.ts'

const cells: Record<string, string> = {
  記入方式: 'はい=1',
  被保険者番号: '0000000701',
  生年月日: 'S15.3.4',
  実施日: 'R8.11.1',
  実施方法: '郵送',
  'No.1': '1',
  'No.11': '0',
  '身長（cm）': '156.0',
  'No.13': '1',
  'No.25': '0',
}
const row = (more: Record<string, string> = {}) => headings.map((name) => ({ ...cells, ...more })[name] ?? '')
const empty = headings.map((name) => (name === '記入方式' ? 'はい=1' : ''))

describe('ひな形や書き出した表の貼り付け', () => {
  it('見出しで列を合わせ、記入方式だけの行は除く', () => {
    const placed = placePaste([[...headings], row(), empty], 'yesNo')
    expect(placed).toMatchObject({ outcome: 'placed', leftOut: [] })
    if (placed?.outcome !== 'placed') throw new Error('not placed')
    expect(placed.rows).toHaveLength(1)
    const [one] = placed.rows
    expect(one?.slice(0, 6)).toEqual(['0000000701', 'S15.3.4', '', 'R8.11.1', '郵送', '1'])
    expect(one?.slice(15, 19)).toEqual(['0', '156.0', '', '1']) // No.11, height, weight, No.13
    expect(one).toHaveLength(31)
  })

  it('見出しなしでも、先頭が記入方式なら、ひな形の列順で読む', () => {
    expect(placePaste([row()], 'yesNo')).toMatchObject({ outcome: 'placed' })
  })

  it.each([
    ['行に書いてあるとき', [[...headings], row()]],
    ['見出しの上に書いてあるとき', [['#記入方式', 'はい=1'], [...headings], row({ 記入方式: '' })]],
    ['見出しなしのとき', [row()]],
  ])('表の記入方式が選んだ読み方と違えば、一つも貼り付けない（%s）', (_when, block) => {
    expect(placePaste(block, 'paperNumber')).toEqual({ outcome: 'otherCoding', declared: 'yesNo' })
  })

  it('この表にない列に入力があれば、その名前を返す', () => {
    expect(placePaste([[...headings], row({ 回答者: '本人', 備考: 'x' })], 'yesNo')).toMatchObject({
      leftOut: ['回答者', '備考'],
    })
  })

  it('ほかの貼り付けには手を出さない', () => {
    expect(placePaste([['0000000701', 'S15.3.4', '', 'R8.11.1', '郵送', '0']], 'paperNumber')).toBeNull()
    expect(placePaste([['1']], 'paperNumber')).toBeNull()
    expect(placePaste([], 'paperNumber')).toBeNull()
  })
})
