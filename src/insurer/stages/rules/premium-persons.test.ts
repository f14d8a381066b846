import fc from 'fast-check'
import { expect, it } from 'vitest'
import { runRule } from '../../../platform/computation/index.ts'
import { rule } from './premium-persons.rule.ts'
import { rule as single } from './stg-01.rule.ts'

const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: null })
const yen = fc.nat(8_000_000)
const anyPerson = fc.record({
  publicAssistance: maybe(fc.boolean()),
  oldAgeWelfarePension: maybe(fc.boolean()),
  selfTaxed: maybe(fc.boolean()),
  householdAnyTaxed: maybe(fc.boolean()),
  pensionIncomeYen: maybe(yen),
  totalIncomeYen: maybe(yen),
  pensionMiscIncomeYen: maybe(yen),
  landSpecialDeductionYen: maybe(yen),
})
const on = '2026-04-01'
const local = { fiscalYear: 2026, baseAnnualYen: 69_600, rounding: { unitYen: 10, direction: 'down' } }

it('多人数の判定は、一人ずつの判定と同じで、人数と合計が合う', () => {
  fc.assert(
    fc.property(fc.array(anyPerson, { maxLength: 20 }), (persons) => {
      const outcome = runRule(rule, { ...local, persons }, { on })
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
      const { persons: judged, byStage, undetermined } = outcome.answer.value
      judged.forEach(({ stage }, i) => {
        const one = runRule(single, { fiscalYear: 2026, ...persons[i] }, { on })
        expect(one.ok && one.answer.value.stage).toBe(stage)
      })
      expect(judged.filter(({ annualYen }) => annualYen === null)).toHaveLength(undetermined)
      expect(byStage.reduce((sum, one) => sum + one.persons, undetermined)).toBe(persons.length)
      const total = judged.reduce((sum, one) => sum + (one.annualYen ?? 0), 0)
      expect(byStage.reduce((sum, one) => sum + one.annualYen, 0)).toBe(total)
      expect(outcome.answer.cautions).toHaveLength(undetermined > 0 ? 1 : 0)
    }),
  )
})

it('国の標準が仮置きの年度は、そう言う', () => {
  const outcome = runRule(rule, { ...local, fiscalYear: 2027, persons: [] }, { on })
  expect(outcome.ok && outcome.answer.cautions).toEqual([expect.stringContaining('仮置き')])
})
