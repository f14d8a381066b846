import { describe, expect, it } from 'vitest'
import { ChecklistEntry } from './schema.ts'

const entry = {
  coding: 'paperNumber',
  answeredOn: '2025-05-08',
  cells: { 1: '0', 25: 1 },
  height: '160',
  weight: '47.36',
}
const messagesOf = (change: object) =>
  ChecklistEntry.safeParse({ ...entry, ...change }).error?.issues.map(({ path, message }) => [
    path.join('.'),
    message,
  ])

describe('チェックリストの入力', () => {
  it.each([
    ['160', 16000],
    ['160.0', 16000],
    ['１５６．５', 15650],
    ['1.56', 156], // metres: readable here, warned of by the rule
    [' ', null],
    [null, null],
    [undefined, null],
  ])('身長「%s」→ %s（0.01cm）', (height, hundredths) => {
    expect(ChecklistEntry.parse({ ...entry, height }).height).toBe(hundredths)
  })

  it('体重47.36kgは、桁を失わず4736になる', () => {
    expect(ChecklistEntry.parse(entry).weight).toBe(4736)
  })

  it.each(['abc', '47.365', '-47', '4.7.3', '47kg'])('体重「%s」は、直し方を示して断る', (weight) => {
    expect(messagesOf({ weight })).toEqual([
      ['weight', '体重: kgの数字で、小数は第2位までで入力してください（例 45.5）。'],
    ])
  })

  it.each([undefined, null, '', 'auto'])('0と1の意味が「%s」なら断る', (coding) => {
    expect(messagesOf({ coding })).toEqual([
      [
        'coding',
        '0と1の意味（用紙で丸を付けた数字、または1＝はい・0＝いいえ）を選んでください。推測では読み込みません。',
      ],
    ])
  })

  it.each(['0', '12', '26', '1.0', 'x'])('項目番号「%s」の欄は断る', (no) => {
    expect(messagesOf({ cells: { [no]: '1' } })?.[0]?.[0]).toBe(`cells.${no}`)
  })

  it('実施日がなければ断る', () => {
    expect(messagesOf({ answeredOn: '2025-02-30' })?.[0]?.[0]).toBe('answeredOn')
  })
})
