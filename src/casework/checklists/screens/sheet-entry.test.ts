import { describe, expect, it } from 'vitest'
import { questions } from '../forms/kihon-checklist/form.ts'
import type { Question } from '../forms/kihon-checklist/items.ts'
import { blankAnswers, blankEntry, meaningOf, openRows, rereadAs } from './sheet-entry.ts'

const question = (no: number): Question => {
  const found = questions.find((one) => one.no === no)
  if (!found) throw new RangeError(`no question ${no}`)
  return found
}
const press = (key: string, code?: string) => ({
  key,
  ...(code === undefined ? {} : { code }),
  ctrlKey: false,
  altKey: false,
  metaKey: false,
})
const answerOf = (key: string, no: number, coding: 'paperNumber' | 'yesNo') =>
  meaningOf(press(key), question(no), coding)

describe('用紙のキー', () => {
  it.each([
    // 0.はい 1.いいえ on No.1, 1.はい 0.いいえ on No.9
    ['0', 1, 'paperNumber', 'yes'],
    ['1', 1, 'paperNumber', 'no'],
    ['0', 9, 'paperNumber', 'no'],
    ['1', 9, 'paperNumber', 'yes'],
    ['0', 1, 'yesNo', 'no'],
    ['1', 1, 'yesNo', 'yes'],
    ['1', 9, 'yesNo', 'yes'],
    ['9', 1, 'paperNumber', 'declined'],
    ['9', 1, 'yesNo', 'declined'],
    [' ', 1, 'yesNo', null],
    ['Delete', 1, 'paperNumber', null],
    ['１', 1, 'paperNumber', 'no'], // full width
  ] as const)('「%s」はNo.%iで、%s なら %s', (key, no, coding, answer) => {
    expect(answerOf(key, no, coding)).toEqual({ kind: 'answer', answer })
  })

  it('テンキーの数字は、かな入力のままでも読む', () => {
    expect(meaningOf(press('ぬ', 'Digit1'), question(1), 'paperNumber')).toEqual({
      kind: 'answer',
      answer: 'no',
    })
  })

  it('行にない数字は何も変えず、そう知らせる', () => {
    expect(answerOf('5', 1, 'paperNumber')).toEqual({ kind: 'wrongKey' })
  })

  it('Ctrlなどと一緒のキーと、ほかの文字は受け取らない', () => {
    expect(meaningOf({ ...press('1'), ctrlKey: true }, question(1), 'paperNumber')).toBeNull()
    expect(answerOf('a', 1, 'paperNumber')).toBeNull()
  })
})

describe('0と1の意味の切替え', () => {
  it('同じキーを読み直すと、1～8、16、19だけが逆になる', () => {
    const before = { ...blankAnswers, 1: 'yes', 9: 'yes', 16: 'no', 20: 'declined' } as const
    const after = rereadAs('yesNo', { coding: 'paperNumber', answers: before })
    expect(after).toEqual({ ...before, 1: 'no', 16: 'yes' })
  })
})

describe('まだ入力していない行', () => {
  it('身長か体重がなければ、No.12も数える', () => {
    const entry = blankEntry('x', '2026-11-22')
    expect(openRows(entry)).toHaveLength(25)
    expect(openRows({ ...entry, height: '156' })).toContain(12)
    expect(openRows({ ...entry, height: '156', weight: '45' })).not.toContain(12)
    expect(openRows({ ...entry, answers: { ...blankAnswers, 1: 'declined' } })).not.toContain(1)
  })
})
