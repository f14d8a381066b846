import { describe, expect, it } from 'vitest'
import { valueWord } from '../codes.ts'
import { stateOf } from './words.ts'

describe('設定の値の言い方', () => {
  it('定めなしは0と言わない', () => {
    const months = { input: { kind: 'integer', min: 1, max: 120, blank: '定めなし' }, unit: 'か月' } as const
    expect(valueWord(months, null)).toBe('定めなし')
    expect(valueWord(months, 24)).toBe('24か月')
  })
  it('はい・いいえと選択肢は、その言葉で言う', () => {
    expect(valueWord({ input: { kind: 'yesNo', yes: '必須', no: '任意' }, unit: null }, false)).toBe('任意')
    const choice = { kind: 'choice', choices: [{ code: 'a', label: '実施日' }] } as const
    expect(valueWord({ input: { ...choice, choices: [...choice.choices] }, unit: null }, 'a')).toBe('実施日')
  })
  it('最後の日までがいまの値で、次の日からは過去', () => {
    const value = { from: '2026-04-01', to: '2026-11-22' }
    expect(stateOf(value, '2026-03-31')).toBe('coming')
    expect(stateOf(value, '2026-04-01')).toBe('now')
    expect(stateOf(value, '2026-11-22')).toBe('now')
    expect(stateOf(value, '2026-11-23')).toBe('past')
  })
})
