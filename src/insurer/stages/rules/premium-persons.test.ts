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

const cautionsOf = (input: object) => {
  const outcome = runRule(rule, { ...local, ...input }, { on })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.answer.cautions
}

it('境界層の段階が、判定される段階より低いと言い切れない人の数を言う', () => {
  const open = { publicAssistance: false, selfTaxed: false }
  const sure = { ...open, householdAnyTaxed: true, borderLayerStage: 3 }
  expect(cautionsOf({ persons: [sure] })).toEqual([])
  const cautions = cautionsOf({
    persons: [sure, { ...open, borderLayerStage: 3 }, { ...open, borderLayerStage: 1 }],
  })
  expect(cautions).toEqual([expect.stringMatching(/^2人は、境界層として移された段階が/)])
  const higher = runRule(rule, { ...local, persons: [sure, { ...open, borderLayerStage: 10 }] }, { on })
  expect(!higher.ok && higher.problems).toMatchObject([
    { code: 'not-lower', path: 'persons.1.borderLayerStage', message: expect.stringContaining('第5段階') },
  ])
})

it('国の範囲より広い軽減のある表は、そう言って使う', () => {
  const stages = [455, 685, 690, 900, 1000, 1200].map((ratioPerMille, i) => ({
    stage: i + 1,
    ratioPerMille,
    reducedRatioPerMille: i === 0 ? 100 : null,
    taxedFromYen: i < 5 ? null : 0,
  }))
  expect(cautionsOf({ stages, persons: [] })).toEqual([
    '第1段階: 軽減の幅355‰が、国の範囲170‰をこえています。こえた分は市町村だけの負担です。年度と割合を確かめてください。',
  ])
})

it('国の標準が仮置きの年度は、そう言う', () => {
  const outcome = runRule(rule, { ...local, fiscalYear: 2027, persons: [] }, { on })
  expect(outcome.ok && outcome.answer.cautions).toContainEqual(expect.stringContaining('仮置き'))
})
