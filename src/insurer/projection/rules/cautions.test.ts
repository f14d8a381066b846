import { expect, it } from 'vitest'
import { type AnyRule, runRule } from '../../../platform/computation/index.ts'
import { rule as trend } from './prj-003.rule.ts'
import { rule as living } from './prj-005.rule.ts'
import { rule as home } from './prj-006.rule.ts'

const cautionsOf = (rule: AnyRule, input: unknown) => {
  const outcome = runRule(rule, input, { on: '2026-11-22' })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.answer.cautions
}
const of = (fiscalYear: number, insured: number, certified: number) => ({ fiscalYear, insured, certified })

it('認定率の推計は、被保険者のいない年度を言う', () => {
  const asked = (...history: object[]) =>
    cautionsOf(trend, { baseFiscalYear: 2026, trend: 'last-year', history })
  expect(asked(of(2025, 1000, 116), of(2026, 1000, 120))).toEqual([])
  expect(asked(of(2025, 0, 0), of(2026, 1000, 120))).toEqual([
    '2025年度の被保険者が0人なので、その年度の認定率を0として伸びを測っています。実績か、伸びの選び方を確かめてください。',
  ])
  expect(asked(of(2025, 1000, 116), of(2026, 0, 0))).toEqual([
    '基準年の被保険者が0人なので、認定率を0とします。',
  ])
  expect(asked(of(2025, 0, 0), of(2026, 1000, 0))).toEqual([]) // 0 stays 0, whatever the trend
  const national = [of(2024, 0, 0), of(2025, 1000, 113)]
  const history = [of(2026, 1000, 120)]
  expect(
    cautionsOf(trend, { baseFiscalYear: 2026, trend: 'national-year-before', history, national }),
  ).toEqual([expect.stringMatching(/^全国の2024年度の被保険者が0人/)])
})

it('施設・居住系の利用者が認定者をこえる年度を言う', () => {
  const years = [
    { fiscalYear: 2029, certified: 40 },
    { fiscalYear: 2030, certified: 40, change: 1 },
  ]
  const base = { baseFiscalYear: 2026, baseUsers: 40, baseCertified: 40, years }
  const said = ['2030年度: 利用者41人が、認定者40人をこえています。']
  expect(cautionsOf(living, { ...base, band: 'facility' })).toEqual(said)
  expect(cautionsOf(living, { ...base, band: 'residential' })).toEqual(said)
})

it('基準年の利用者が在宅の対象者をこえることを言う', () => {
  const year = { certified: 60, facilityUsers: 30, residentialUsers: 20 }
  expect(cautionsOf(home, { base: { ...year, users: 10 }, year })).toEqual([])
  expect(cautionsOf(home, { base: { ...year, users: 11 }, year })).toEqual([
    expect.stringContaining('基準年の利用者11人が、在宅の対象者10人をこえています。'),
  ])
})
