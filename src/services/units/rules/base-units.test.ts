import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runRule } from '../../../platform/computation/index.ts'
import type { BaseUnits } from './base-units.ts'
import { type Input, rule } from './unt-01.rule.ts'

const answer = (input: Input): BaseUnits | null => {
  const outcome = runRule(rule, input, { on: '2024-05-01' })
  return outcome.ok ? (outcome.answer.value as BaseUnits | null) : null
}
const month = fc.constantFrom('2021-04', '2024-03', '2024-04', '2026-07')
const asked = fc.record<Input>({
  month,
  kind: fc.constantFrom('A2', 'A6'),
  level: fc.constantFrom('06', '12', '13'),
  band: fc.constantFrom('once', 'twice', 'more', null),
  visits: fc.nat(62),
  content: fc.constantFrom('standard', 'lifeShort', 'lifeLong', 'shortBody', null),
})

describe('従前相当サービスの単位', () => {
  it('回数で計算しても、その区分の1か月の単位を超えない', () => {
    fc.assert(
      fc.property(asked, (input) => {
        const byVisits = answer(input)
        if (byVisits === null) return
        const whole = answer({ ...input, visits: null, band: input.band ?? 'more' })
        const most = whole?.units ?? 3727
        expect(byVisits.units).toBeLessThanOrEqual(most)
        expect(byVisits.units).toBe(byVisits.unitPrice * byVisits.times)
      }),
      { numRuns: 500 },
    )
  })
  it('回数が増えて単位が減ることはない', () => {
    fc.assert(
      fc.property(asked, (input) => {
        const [less, more] = [
          answer(input),
          answer({ ...input, visits: Math.min((input.visits ?? 0) + 1, 62) }),
        ]
        if (less !== null && more !== null) expect(more.units).toBeGreaterThanOrEqual(less.units)
      }),
      { numRuns: 500 },
    )
  })
  it('市町村の単位は、上限までなら、そのまま使われる', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1176 }), (units) => {
        const input: Input = { month: '2024-05', kind: 'A2', level: '12', band: 'once', visits: null }
        expect(answer({ ...input, own: { homeMonthOnce: units } })?.units).toBe(units)
      }),
    )
  })
  it('説明には、使った行と、1か月の単位によったことが並ぶ', () => {
    const labels = (input: Input) => {
      const outcome = runRule(rule, input, { on: '2024-05-01', isExplained: true })
      return outcome.ok
        ? outcome.answer.steps.map(({ label, source }) => `${label}/${source?.text ?? ''}`)
        : []
    }
    const day: Input = { month: '2024-05', kind: 'A6', level: '12', band: null, visits: 5 }
    expect(labels(day)).toEqual([
      expect.stringMatching(/^通所型 事業対象者・要支援1（1か月）.*コードと単位/),
      expect.stringMatching(/^1か月の単位による.*第72号/),
      '1か月の単位数/',
    ])
    expect(labels({ ...day, visits: null, own: { dayMonthLow: 1500 } })).toEqual([
      '通所型 事業対象者・要支援1（1か月）/市町村の定め',
      '1か月の単位数/',
    ])
  })
})
