import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runRule } from '../../../platform/computation/index.ts'
import { DIRECTIONS, divide } from '../../../platform/exact/index.ts'
import { adjustedInsured } from './adjusted-insured.ts'
import { adopted, type ChainInput, needAfterDraw, plainly, premiumChain, times } from './chain.ts'
import { elderlyFactor, grantRate, incomeFactor } from './grant-factors.ts'
import { rule as decomposition } from './prm-19.rule.ts'
import { contribution, fundPays, repayments } from './stabilisation.ts'

const yen = (max: number) => fc.integer({ min: 0, max })
const LAW = { firstInsuredSharePerMille: 230, adjustmentEquivalentPerMille: 50 }
const chainInput: fc.Arbitrary<ChainInput> = fc.record({
  standardBenefitYen: fc.integer({ min: 1_000_000, max: 900_000_000_000 }),
  generalProjectYen: yen(10_000_000_000),
  comprehensiveSupportYen: yen(10_000_000_000),
  adjustmentGrantExpectedYen: yen(200_000), // always below the share
  stabilisationFundYen: yen(1_000_000_000),
  incentiveGrantYen: yen(50_000),
  municipalSpecialYen: yen(1_000_000_000),
  fundDrawYen: yen(10_000),
  collectionRatePerMyriad: fc.integer({ min: 5000, max: 10_000 }),
  adjustedInsuredTenths: fc.integer({ min: 1000, max: 10_000_000 }),
  adopt: fc.record({
    unitYen: fc.constantFrom(1, 10, 100, 1000),
    direction: fc.constantFrom(...DIRECTIONS),
    roundOn: fc.constantFrom('monthly' as const, 'annual' as const),
  }),
})
const chainOf = (input: ChainInput) => premiumChain(input, LAW)

describe('保険料の式の性質', () => {
  it('費用が増えて安くなることも、集める率や人数が増えて高くなることもない', () => {
    fc.assert(
      fc.property(chainInput, fc.integer({ min: 1, max: 10 ** 9 }), (input, more) => {
        const before = chainOf(input)
        for (const key of [
          'standardBenefitYen',
          'generalProjectYen',
          'comprehensiveSupportYen',
          'municipalSpecialYen',
        ] as const) {
          const after = chainOf({ ...input, [key]: input[key] + more })
          expect(after.needYen).toBeGreaterThanOrEqual(before.needYen)
          expect(after.annualAdoptedYen).toBeGreaterThanOrEqual(before.annualAdoptedYen)
        }
        const rate = Math.min(10_000, input.collectionRatePerMyriad + 1 + (more % 100))
        expect(
          chainOf({ ...input, collectionRatePerMyriad: rate }).monthlyExactHundredths,
        ).toBeLessThanOrEqual(before.monthlyExactHundredths)
        const people = input.adjustedInsuredTenths + more
        expect(chainOf({ ...input, adjustedInsuredTenths: people }).annualAdoptedYen).toBeLessThanOrEqual(
          before.annualAdoptedYen,
        )
      }),
    )
  })

  it('基金を1円取り崩すと、必要額はちょうど1円減る', () => {
    fc.assert(
      fc.property(chainInput, (input) => {
        const { needYen, needBeforeDrawYen } = chainOf(input)
        expect(needBeforeDrawYen - needYen).toBe(input.fundDrawYen)
        expect(chainOf({ ...input, fundDrawYen: input.fundDrawYen + 1 }).needYen).toBe(needYen - 1)
      }),
    )
  })

  it('採る額は単位の倍数で、丸める前から1単位も離れず、丸めなおしても変わらない', () => {
    fc.assert(
      fc.property(chainInput, (input) => {
        const { monthly, monthlyAdoptedYen, annualAdoptedYen } = chainOf(input)
        const { unitYen, direction, roundOn } = input.adopt
        const unit = direction === 'none' ? 1 : unitYen
        const [amount, exact] =
          roundOn === 'monthly' ? [monthlyAdoptedYen, monthly] : [annualAdoptedYen, times(monthly, 12)]
        expect(amount % unit).toBe(0)
        expect(divide(exact, 'down') - amount).toBeLessThan(unit)
        expect(amount - divide(exact, 'up')).toBeLessThan(unit)
        if (roundOn === 'monthly') expect(annualAdoptedYen).toBe(monthlyAdoptedYen * 12)
        else expect(Math.abs(monthlyAdoptedYen * 12 - annualAdoptedYen)).toBeLessThanOrEqual(6)
        const again = adopted({ over: monthlyAdoptedYen, under: 1 }, { ...input.adopt, roundOn: 'monthly' })
        if (roundOn === 'monthly') expect(again.monthlyAdoptedYen).toBe(monthlyAdoptedYen)
      }),
    )
  })

  it('内訳の和と端数は、基準額の円と銭にちょうど戻る', () => {
    fc.assert(
      fc.property(chainInput, (input) => {
        const asked = { ...input, period: 9, totalBenefitYen: input.standardBenefitYen }
        const outcome = runRule(decomposition, asked, { on: '2024-04-01' })
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
        const { parts, roundingHundredths, monthlyExactHundredths } = outcome.answer.value
        const sum = parts.reduce((total, { hundredths }) => total + hundredths, 0)
        expect(sum + roundingHundredths).toBe(monthlyExactHundredths)
        expect(Math.abs(roundingHundredths)).toBeLessThanOrEqual(parts.length)
        for (const { changeHundredths } of outcome.answer.value.levers)
          expect(changeHundredths).toBeGreaterThanOrEqual(-1)
      }),
      { numRuns: 50 },
    )
  })

  it('感応度は、係数から見込額を計算しなおしたものと同じで、交付割合は0%を下回らない', () => {
    const base = 100_000_000_000 // so that every rate leads to whole yen
    const grantAt = (sharePerMille: number, factor: number) => {
      const factors = { elderlyFactorPerMyriad: factor, incomeFactorPerMyriad: 10_000 }
      return divide(times(grantRate({ sharePerMille, equivalentPerMille: 50, ...factors }), base), 'none')
    }
    const months = (needYen: number) => divide({ over: needYen * 100, under: 12 }, 'half-up')
    const need = (sharePerMille: number, grantYen: number) => (base / 1000) * (sharePerMille + 50) - grantYen
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12_173 }), (factor) => {
        const asked = {
          period: 9,
          standardBenefitYen: base,
          generalProjectYen: 0,
          comprehensiveSupportYen: 0,
          adjustmentGrantExpectedYen: grantAt(230, factor),
          collectionRatePerMyriad: 10_000,
          adjustedInsuredTenths: 10,
          totalBenefitYen: base,
        }
        const outcome = runRule(decomposition, asked, { on: '2024-04-01' })
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
        const before = months(need(230, grantAt(230, factor)))
        const change = Object.fromEntries(
          outcome.answer.value.levers.map(({ lever, changeHundredths }) => [lever, changeHundredths]),
        )
        expect(change.share).toBe(months(need(240, grantAt(240, factor))) - before)
        expect(change.factor).toBe(months(need(230, grantAt(230, factor + 100))) - before)
        expect(change.benefit).toBe(
          months(need(230, grantAt(230, factor)) + need(230, grantAt(230, factor)) / 100) - before,
        )
      }),
      { examples: [[12_173], [12_073], [12_074], [12_083], [12_084], [1]] },
    )
  })

  it('調整交付金は、第1号負担割合と5%の合計まで', () => {
    const at = (adjustmentGrantExpectedYen: number) => {
      const asked = {
        period: 9,
        standardBenefitYen: 1000,
        generalProjectYen: 0,
        comprehensiveSupportYen: 1000,
        adjustmentGrantExpectedYen,
        collectionRatePerMyriad: 10_000,
        adjustedInsuredTenths: 10,
        totalBenefitYen: 1000,
      }
      const outcome = runRule(decomposition, asked, { on: '2024-04-01' })
      return outcome.ok ? [] : outcome.problems.map(({ code }) => code)
    }
    expect([280, 281].map(at)).toEqual([[], ['grant-above-share']])
  })

  it('取り崩せるのは、必要額ちょうどまで', () => {
    expect(needAfterDraw(10, 10)).toBe(0)
    expect(() => needAfterDraw(10, 11)).toThrow('draw-above-need')
    expect(() => needAfterDraw(-1, 0)).toThrow('need-below-zero')
  })
})

describe('調整交付金の係数の性質', () => {
  it('全国と同じ年齢構成なら1、同じ段階の分布なら1', () => {
    const bands = [
      { unitYen: 4296, nationalSharePerMyriad: 4000 },
      { unitYen: 17_647, nationalSharePerMyriad: 4000 },
      { unitYen: 80_362, nationalSharePerMyriad: 2000 },
    ]
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (size) => {
        expect(divide(times(elderlyFactor(bands, [2 * size, 2 * size, size]), 10_000), 'none')).toBe(10_000)
        const stages = [500, 1000, 1700].map((standardPerMille, at) => ({
          standardPerMille,
          persons: size * [1, 2, 1][at]!,
          nationalSharePerMyriad: [2500, 5000, 2500][at]!,
        }))
        expect(divide(times(incomeFactor(stages), 10_000), 'none')).toBe(10_000)
      }),
    )
  })

  it('高齢の人が増えると係数は下がり、交付割合は上がる', () => {
    const bands = [
      { unitYen: 4296, nationalSharePerMyriad: 6000 },
      { unitYen: 80_362, nationalSharePerMyriad: 4000 },
    ]
    const factor = (old: number) => divide(times(elderlyFactor(bands, [600, old]), 10_000), 'down')
    const rate = (f: number) =>
      grantRate({
        sharePerMille: 230,
        equivalentPerMille: 50,
        elderlyFactorPerMyriad: f,
        incomeFactorPerMyriad: 10_000,
      })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 500 }), (old, more) => {
        const [before, after] = [factor(old), factor(old + more)]
        expect(after).toBeLessThanOrEqual(before)
        const [low, high] = [rate(before), rate(after)].map((one) => divide(times(one, 10 ** 6), 'down'))
        expect(high).toBeGreaterThanOrEqual(low!)
        expect(low).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('所得の低い段階に多いと係数は1を下回る', () => {
    const stages = (low: number, high: number) => [
      { standardPerMille: 500, persons: low, nationalSharePerMyriad: 5000 },
      { standardPerMille: 1500, persons: high, nationalSharePerMyriad: 5000 },
    ]
    expect(divide(times(incomeFactor(stages(3, 1)), 10_000), 'none')).toBe(7500)
    expect(divide(times(incomeFactor(stages(1, 3)), 10_000), 'none')).toBe(12_500)
  })
})

describe('人数と基金', () => {
  it('補正後の人数は、割合の最も小さいときと大きいときの間にある', () => {
    const stage = fc.record({
      ratioPerMille: fc.integer({ min: 100, max: 3000 }),
      persons: fc.integer({ min: 0, max: 99_999 }),
    })
    fc.assert(
      fc.property(fc.array(stage, { minLength: 1, maxLength: 20 }), (stages) => {
        const heads = stages.reduce((sum, { persons }) => sum + persons, 0)
        const exact = adjustedInsured(stages)
        const ratios = stages.map(({ ratioPerMille }) => ratioPerMille)
        expect(exact.over).toBeGreaterThanOrEqual(heads * Math.min(...ratios) * 10)
        expect(exact.over).toBeLessThanOrEqual(heads * Math.max(...ratios) * 10)
      }),
    )
  })

  it('償還金の和は貸付金、交付金と貸付金の和は不足額になる', () => {
    fc.assert(
      fc.property(yen(10 ** 11), yen(10 ** 11), fc.integer({ min: 1, max: 9 }), (a, b, years) => {
        const parts = repayments(a, years)
        expect(parts.reduce((sum, one) => sum + one, 0)).toBe(a)
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThan(years)
        const paid = fundPays({ underCollectionYen: a, benefitExcessYen: b }, 500)
        expect(paid.grantYen + paid.loanYen).toBe(a + b)
        expect(paid.grantYen * 2).toBeLessThanOrEqual(a)
      }),
    )
    expect(plainly('拠出金', contribution(1_000_000, 400), 'none')).toBe(400)
  })
})
