import { describe, expect, it } from 'vitest'
import { blankPerson, changeBody, changedFields, mergeSides, sidesOf } from './person-entry.ts'

const before = { ...blankPerson, name: '見本 花子', kana: 'ミホン ハナコ', phone: '000-0000-0001', note: '' }

describe('利用者の修正', () => {
  it('変えた項目だけを送り、消した項目は null にする', () =>
    expect(changeBody(3, before, { ...before, phone: '', note: ' 犬がいる ' })).toEqual({
      version: 3,
      phone: null,
      note: '犬がいる',
    }))
  it('空白だけの違いは変更ではない', () =>
    expect(changedFields(before, { ...before, name: '見本 花子 ', alias: ' ' })).toEqual([]))
})

describe('二人が同じ版から直したとき', () => {
  const mine = { ...before, phone: '000-0000-0002', note: '耳が遠い' }
  const stored = { ...before, phone: '000-0000-0003', alias: 'ハナ' }
  it('両方が違う値にした項目だけを選ばせ、相手だけの変更は受け入れる', () =>
    expect(sidesOf(before, mine, stored)).toEqual({ disputed: ['phone'], theirs: ['alias'] }))
  it('両方が同じ値にした項目は争わない', () =>
    expect(sidesOf(before, mine, { ...before, phone: mine.phone }).disputed).toEqual([]))
  it('自分の値を選ぶと、自分の変更がすべて残る', () =>
    expect(mergeSides(before, mine, stored, [])).toEqual({ ...mine, alias: 'ハナ' }))
  it('相手の値を選んだ項目は相手のまま、ほかの自分の変更は残る', () =>
    expect(mergeSides(before, mine, stored, ['phone'])).toEqual({ ...stored, note: '耳が遠い' }))
})
