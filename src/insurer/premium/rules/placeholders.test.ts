import { describe, expect, it } from 'vitest'
import { type AnyRule, runRule } from '../../../platform/computation/index.ts'
import { rule as fundingShares } from '../../funding/rules/fnd-01.rule.ts'
import { rule as stageTable } from '../../stages/rules/stg-02.rule.ts'
import { rule as firstShare } from './prm-04.rule.ts'
import { rule as elderlyFactor } from './prm-06.rule.ts'
import { rule as longTerm } from './prm-20.rule.ts'

const amounts = { standardBenefitYen: 900, communitySupportYen: 100 }
const cautionsOf = (rule: AnyRule, input: unknown, on: string) => {
  const outcome = runRule(rule, input, { on })
  return outcome.ok
    ? outcome.answer.cautions.join('\n')
    : outcome.problems.map(({ message }) => message).join('\n')
}

describe('まだ公布されていない第10期の値', () => {
  it.each([
    ['PRM-04', firstShare, amounts],
    ['FND-01', fundingShares, { period: 10 }],
    ['STG-02', stageTable, { fiscalYear: 2029 }],
  ] as const)('%s の答えは、第9期の値の仮置きだと言う', (_, rule, input) => {
    expect(cautionsOf(rule, input, '2029-04-01')).toMatch(
      /仮置きの値です。第10期.*第9期の値を仮に置いています/,
    )
  })

  it.each([
    ['PRM-04', firstShare, amounts, '第1号被保険者負担割合（α）'],
    ['FND-01', fundingShares, { period: 11 }, '第1号被保険者負担割合（α）'],
    ['STG-02', stageTable, { fiscalYear: 2030 }, '所得段階の標準の区分と割合'],
    ['PRM-06', elderlyFactor, { personsByBand: [1, 1, 1] }, '後期高齢者加入割合補正係数の年齢区分'],
  ] as const)('%s は、第11期の日には答えず、値のないことを言う', (_, rule, input, title) => {
    expect(cautionsOf(rule, input, '2030-04-01')).toContain(`${title}`)
    expect(cautionsOf(rule, input, '2030-04-01')).toContain('2030-04-01 に効力のある値が登録されていません')
  })

  it.each([
    ['2027-04-01', false],
    ['2028-04-01', true],
    ['2029-04-01', true],
  ])('PRM-06 %s: 7区分に移る方針を言うか（%s）', (on, isSaid) => {
    const said = cautionsOf(elderlyFactor, { personsByBand: [405, 391, 198] }, on)
    expect(said).toContain('仮置き')
    expect(said.includes('7区分に移る方針')).toBe(isSaid)
  })

  it('PRM-20 は、値のある年度がどれかを言う', () => {
    const long = longTerm.cases.find(({ value }) => value !== undefined)!
    expect(cautionsOf(longTerm, long.input, '2026-04-01')).toContain('令和12・17・22・27・32年度だけの値')
  })
})
