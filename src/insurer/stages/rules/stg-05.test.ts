import { expect, it } from 'vitest'
import { runRule } from '../../../platform/computation/index.ts'
import { rule } from './stg-05.rule.ts'

const on = '2026-04-01'
const own = [455, 685, 690, 900, 1000, 1200].map((ratioPerMille, i) => ({
  stage: i + 1,
  ratioPerMille,
  reducedRatioPerMille: i === 0 ? 100 : null,
  taxedFromYen: i < 5 ? null : 0,
}))
const answer = (stages: unknown) => {
  const input = { fiscalYear: 2026, baseAnnualYen: 72_000, heads: [{ stage: 1, persons: 100 }], stages }
  const outcome = runRule(rule, input, { on, isExplained: true })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.answer
}

it('国の範囲をこえる軽減は、いくらが市町村だけの負担かを言う', () => {
  const { cautions, steps } = answer(own)
  expect(cautions).toEqual([
    expect.stringContaining('第1段階: 軽減の幅355‰が、国の範囲170‰をこえています。'),
    expect.stringContaining('国の範囲をこえる軽減の費用1,332,000円は、'),
  ])
  expect(steps.map(({ label, value }) => [label, value])).toContainEqual([
    '国の範囲をこえる軽減の費用',
    1_332_000,
  ])
})

it('国の範囲の軽減では、何も言わない', () => {
  const { cautions, roundings } = answer(undefined)
  expect(cautions).toEqual([])
  expect(roundings.map(({ label }) => label)).toEqual(['軽減の費用', '国の負担', '都道府県の負担'])
})
