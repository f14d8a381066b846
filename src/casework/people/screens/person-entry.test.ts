import { describe, expect, it } from 'vitest'
import { blankPerson, changeBody, changedFields } from './person-entry.ts'

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
