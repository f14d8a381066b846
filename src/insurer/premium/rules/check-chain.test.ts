import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inForce } from '../../../law/in-force.ts'
import { checkTolerances } from '../../../law/insurer/premium-check-tolerances.ts'
import { runRule } from '../../../platform/computation/index.ts'
import { kawasaki, sound } from '../examples/premium-check.ts'
import { premiumChain } from './chain.ts'
import { said } from './check.ts'
import { checkPersons } from './check-persons.ts'
import { checkProvisional, checkStageTable, checkUsers } from './check-surroundings.ts'
import { rule } from './premium-check.rule.ts'

const on = '2024-04-01'
const tolerances = inForce(checkTolerances, on).value
type Asked = typeof sound
const check = (change: Partial<Asked>) => runRule(rule, { ...sound, ...change }, { on })
const codes = (change: Partial<Asked>): string[] => {
  const outcome = check(change)
  return outcome.ok ? [] : outcome.problems.map(({ code }) => code)
}
const messages = (change: Partial<Asked>): string[] => {
  const outcome = check(change)
  return outcome.ok ? [] : outcome.problems.map(({ message }) => message)
}
const answer = (change: Partial<Asked>) => {
  const outcome = check(change)
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join(' '))
  return outcome.answer
}
/** Nothing printed but these. */
const alone = (printed: Partial<Asked>) => {
  const outcome = runRule(rule, { period: 9, ...printed }, { on })
  return outcome.ok
    ? { codes: [], value: outcome.answer.value }
    : { codes: outcome.problems.map(({ code }) => code), value: null }
}

describe('川崎町 第9期（二次資料）の検算', () => {
  it('印刷のとおり入力すると、二つの食い違いを挙げて断る', () => {
    const outcome = runRule(rule, kawasaki, { on })
    expect(outcome.ok ? [] : outcome.problems.map(({ code, path }) => [code, path])).toEqual([
      ['VAL-04 NEED', 'needYen'],
      ['VAL-07 PREM.printedHeads', 'adjustedInsuredTenths'],
    ])
    const [need, heads] = outcome.ok ? [] : outcome.problems.map(({ message }) => message)
    expect(need).toContain('14,000,000円の説明がつきません')
    expect(heads).toContain('9,505.7人')
  })

  it('取崩額と人数を直すと、食い違いはなくなる', () => {
    const fixed = { ...kawasaki, fundDrawYen: 92_000_000, adjustedInsuredTenths: 95_057 }
    expect(runRule(rule, fixed, { on }).ok).toBe(true)
  })
})

describe('計算どおりの算定表に、食い違いはない', () => {
  const money = (max: number) => fc.integer({ min: 1_000_000, max })
  const made = fc
    .record({
      standardBenefitYen: money(100_000_000_000),
      generalProjectYen: money(1_000_000_000),
      comprehensiveSupportYen: money(1_000_000_000),
      stabilisationFundYen: money(2_000_000),
      incentiveGrantYen: fc.integer({ min: 0, max: 10_000 }),
      municipalSpecialYen: money(2_000_000),
      fundDrawYen: fc.integer({ min: 0, max: 10_000 }),
      collectionRatePerMyriad: fc.integer({ min: 9400, max: 10_000 }),
      adjustedInsuredTenths: fc.integer({ min: 10_000, max: 1_000_000 }),
      adopt: fc.record({
        unitYen: fc.constantFrom(1, 10, 100),
        direction: fc.constantFrom('down' as const, 'half-up' as const, 'up' as const),
        roundOn: fc.constantFrom('monthly' as const, 'annual' as const),
      }),
    })
    .map((input) => {
      const adjustmentGrantExpectedYen = Math.floor((input.standardBenefitYen + input.generalProjectYen) / 20)
      const law = { firstInsuredSharePerMille: 230, adjustmentEquivalentPerMille: 50 }
      const {
        monthly: _,
        monthlyExactHundredths,
        ...amounts
      } = premiumChain({ ...input, adjustmentGrantExpectedYen }, law)
      const { standardBenefitYen, generalProjectYen, comprehensiveSupportYen, ...rest } = input
      return {
        period: 9,
        ...rest,
        ...amounts,
        adjustmentGrantExpectedYen,
        grantRatesPerMyriad: [500, 500, 500],
        monthlyHundredths: monthlyExactHundredths,
        standardBenefit: { totalYen: standardBenefitYen },
        generalProject: { totalYen: generalProjectYen },
        communitySupport: { totalYen: generalProjectYen + comprehensiveSupportYen },
      }
    })

  it('どの額でも通る', () => {
    fc.assert(
      fc.property(made, (printed) => {
        const outcome = runRule(rule, printed, { on })
        expect(outcome.ok ? [] : outcome.problems).toEqual([])
        expect(outcome.ok && outcome.answer.value.needYen).toBe(printed.needYen)
      }),
    )
  })

  it('どの額でも、印刷を書き換えれば見つかる', () => {
    const named = {
      firstInsuredShareYen: 'VAL-02 C',
      adjustmentGrantEquivalentYen: 'VAL-02 E',
      needBeforeDrawYen: 'VAL-04 NEED.before',
      needYen: 'VAL-04 NEED',
      fundDrawYen: 'VAL-04 NEED',
      monthlyAdoptedYen: 'VAL-08 ADOPT',
      annualAdoptedYen: 'VAL-08 ADOPT.annual',
    } as const
    fc.assert(
      fc.property(
        made,
        fc.constantFrom(...(Object.keys(named) as (keyof typeof named)[])),
        fc.integer({ min: 3, max: 10_000 }),
        (printed, key, more) => {
          const outcome = runRule(rule, { ...printed, [key]: printed[key] + more }, { on })
          const found = outcome.ok ? [] : outcome.problems
          expect(found.map(({ code }) => code)).toContain(named[key])
          for (const { message } of found) expect(message).toMatch(/違います|つきません|ください/)
        },
      ),
    )
  })
})

it('印刷されていない項目がいくつあっても、食い違いとは言わない', () => {
  const names = Object.keys(sound).filter((key) => key !== 'period') as (keyof Asked)[]
  fc.assert(
    fc.property(fc.subarray(names), (kept) => {
      const printed = Object.fromEntries(
        (['period', ...kept] as const).map((key) => [key, sound[key as keyof Asked]]),
      )
      const outcome = runRule(rule, printed, { on })
      expect(outcome.ok ? [] : outcome.problems).toEqual([])
      expect(outcome.ok ? outcome.answer.value.warnings : []).toEqual([])
    }),
    { numRuns: 400 },
  )
})

describe('合計の検算', () => {
  const parts = (one: number) => [
    { label: '総給付費', totalYen: one, yearsYen: [one - 10, 4, 6] },
    { label: '高額', totalYen: 10_000_000, yearsYen: [10_000_000, 0, 0] },
  ]

  it('項目の数だけの円は許し、1円多ければ違うと言う', () => {
    expect(codes({ benefitParts: [{ label: '総給付費', totalYen: 999_999_999 }] })).toEqual([])
    expect(codes({ benefitParts: [{ label: '総給付費', totalYen: 999_999_998 }] })).toEqual([
      'VAL-01 A.total',
    ])
    expect(codes({ benefitParts: [{ label: '総給付費', totalYen: 1_000_000_002 }] })).toEqual([
      'VAL-01 A.total',
    ])
  })

  it('千円で印刷された計画では、千円を単位に許す', () => {
    const at = (one: number, precisionYen: number) =>
      codes({ precisionYen, benefitParts: [{ label: '総給付費', totalYen: one }] })
    expect(at(999_999_000, 1000)).toEqual([])
    expect(at(999_998_999, 1000)).toEqual(['VAL-01 A.total'])
    expect(at(999_999_000, 1)).toEqual(['VAL-01 A.total'])
  })

  it('年度別の内訳と、内訳ごとの年度の合計も見る', () => {
    const years = { totalYen: 1_000_000_000, yearsYen: [999_999_990, 4, 6] }
    const asked = { standardBenefit: years, sumYearsYen: null, benefitParts: parts(990_000_000) }
    expect(codes(asked)).toEqual([])
    const wrong = { ...years, yearsYen: [999_999_990, 4, 9] }
    expect(codes({ ...asked, standardBenefit: wrong })).toEqual(['VAL-01 A.year3'])
    const lost = [{ ...parts(990_000_000)[0]!, yearsYen: [989_999_990, 4, 2] }, parts(0)[1]!]
    expect(codes({ ...asked, benefitParts: lost })).toEqual([
      'VAL-01 YEARSUM.benefitParts.0',
      'VAL-01 A.year3',
    ])
  })

  it('総費用と給付率の内訳は、正確に掛けて足す', () => {
    const gross = { label: '施設', yearsYen: [1_414_500_340], benefitPerMille: 883 }
    const asked = (total: number) =>
      alone({ standardBenefit: { yearsYen: [total] }, benefitParts: [gross] }).codes
    expect([1_249_003_800, 1_249_003_801, 1_249_003_799].map(asked)).toEqual([[], [], ['VAL-01 A.year1']])
  })

  it('年度の一つが印刷されていなければ、合計は確かめない', () => {
    const standardBenefit = { totalYen: 1_000_000_000, yearsYen: [330_000_000, null, 337_000_001] }
    expect(codes({ standardBenefit, sumYearsYen: [346_000_000, 350_000_000, null] })).toEqual([])
    expect(alone({ standardBenefit: { totalYen: 5, yearsYen: [] } }).value?.notChecked).toContain('VAL-01')
    const two = [{ label: 'あ', yearsYen: [1] }, { label: 'い' }]
    expect(alone({ standardBenefit: { yearsYen: [5] }, benefitParts: two }).codes).toEqual([])
    const totals = [{ label: 'あ', totalYen: 1 }, { label: 'い' }]
    expect(alone({ standardBenefit: { totalYen: 5 }, benefitParts: totals }).codes).toEqual([])
  })

  it('地域支援事業費の内訳も見る', () => {
    const supportParts = [
      { label: '総合事業', totalYen: 20_000_000 },
      { label: '包括', totalYen: 29_999_998 },
    ]
    expect(codes({ supportParts })).toEqual([])
    const less = [
      { label: '総合事業', totalYen: 20_000_000 },
      { label: '包括', totalYen: 29_999_997 },
    ]
    expect(codes({ supportParts: less })).toEqual(['VAL-01 B.parts'])
  })
})

describe('負担分と調整交付金の検算', () => {
  it('総合事業費は、0円より多く地域支援事業費より少ない', () => {
    const at = (generalYen: number) =>
      alone({ communitySupport: { totalYen: 100 }, generalProject: { totalYen: generalYen } }).codes
    expect([0, 1, 99, 100].map(at)).toEqual([['VAL-02 G1'], [], [], ['VAL-02 G1']])
  })

  it('総合事業費の印刷がなければ、調整交付金相当額から逆算して同じ幅に入るかを見る', () => {
    const at = (adjustmentGrantEquivalentYen: number) =>
      alone({
        standardBenefit: { totalYen: 1000 },
        communitySupport: { totalYen: 100 },
        adjustmentGrantEquivalentYen,
      }).codes
    expect([50, 51, 54, 55].map(at)).toEqual([['VAL-02 E.plausible'], [], [], ['VAL-02 E.plausible']])
  })

  it('第2期の様式は、負担分と調整交付金相当額をまとめて印刷する', () => {
    const at = (period: number, yearYen: number) =>
      alone({
        period,
        standardBenefit: { totalYen: 4_000_000, yearsYen: [1_000_000, 3_000_000] },
        shareWithEquivalent: { totalYen: yearYen + 690_000, yearsYen: [yearYen, 690_000] },
      }).codes
    expect([229_998, 229_999, 230_001, 230_002].map((yen) => at(2, yen))).toEqual([
      ['VAL-02 CE.year1'],
      [],
      [],
      ['VAL-02 CE.year1'],
    ])
    expect(at(9, 1)).toEqual([]) // the support programme of the year is not printed: nothing to say
    const withSupport = {
      period: 9,
      standardBenefit: { totalYen: 1_000_000 },
      communitySupport: { totalYen: 100_000 },
      generalProject: { totalYen: 50_000 },
    }
    const total = (totalYen: number) => alone({ ...withSupport, shareWithEquivalent: { totalYen } }).codes
    expect([305_498, 305_499, 305_502].map(total)).toEqual([['VAL-02 CE'], [], ['VAL-02 CE']]) // 253,000 + 52,500
  })

  it('千円で印刷された計算の額は、千円まで許す', () => {
    const at = (resultPrecisionYen: number, firstInsuredShareYen: number) =>
      codes({
        resultPrecisionYen,
        firstInsuredShareYen,
        needBeforeDrawYen: null,
        needYen: null,
        fundDrawYen: 0,
        monthlyHundredths: null,
        monthlyAdoptedYen: null,
        annualAdoptedYen: null,
      })
    expect([at(1000, 241_501_000), at(1000, 241_501_001), at(1, 241_500_001)]).toEqual([[], ['VAL-02 C'], []])
  })
})

describe('見込交付割合の検算', () => {
  it('係数からの割合と0.005ポイントまで許す', () => {
    const at = (rate: number, f: number) =>
      alone({ grantRatesPerMyriad: [rate], elderlyFactorsPerMyriad: [f], incomeFactorsPerMyriad: [10_000] })
        .codes
    // 28 % − 23 % × F: 0.9634 → 5.8418 %, 1.0050 → 4.885 %
    expect([at(584, 9634), at(583, 9634), at(585, 9634)]).toEqual([
      [],
      ['VAL-03 X.rate1'],
      ['VAL-03 X.rate1'],
    ])
    expect([at(488, 10_050), at(489, 10_050), at(490, 10_050)]).toEqual([[], [], ['VAL-03 X.rate1']])
  })

  it('割合は15%まで。係数の片方がなければ、係数とは比べない', () => {
    const at = (rate: number) =>
      alone({ grantRatesPerMyriad: [rate], incomeFactorsPerMyriad: [10_000] }).codes
    expect([at(0), at(1500), at(1501)]).toEqual([[], [], ['VAL-03 X.limit1']])
    expect(alone({ grantRatesPerMyriad: [9], elderlyFactorsPerMyriad: [9634] }).codes).toEqual([])
  })

  it('見込額は、最も低い年度と最も高い年度の間', () => {
    const at = (adjustmentGrantExpectedYen: number) =>
      alone({
        standardBenefit: { totalYen: 900_000 },
        generalProject: { totalYen: 100_000 },
        grantRatesPerMyriad: [480, 500],
        adjustmentGrantExpectedYen,
      }).codes
    const out = ['VAL-03 X.range']
    expect([47_949, 47_950, 50_050, 50_051].map(at)).toEqual([out, [], [], out])
  })

  it('総合事業費の印刷がなければ、調整交付金相当額から元の額を求める', () => {
    const at = (adjustmentGrantExpectedYen: number) =>
      alone({
        standardBenefit: { totalYen: 900_000 },
        adjustmentGrantEquivalentYen: 50_000,
        grantRatesPerMyriad: [500],
        adjustmentGrantExpectedYen,
      }).codes
    expect([49_950, 49_949].map(at)).toEqual([[], ['VAL-03 X.range']])
    const no = {
      standardBenefit: { totalYen: 900_000 },
      grantRatesPerMyriad: [500],
      adjustmentGrantExpectedYen: 1,
    }
    expect(alone(no).codes).toEqual([])
    expect(alone({ ...no, adjustmentGrantEquivalentYen: 0 }).codes).toEqual([])
    expect(alone({ ...no, generalProject: { totalYen: 100_000 }, grantRatesPerMyriad: [] }).codes).toEqual([])
  })
})

describe('必要額、基金、収納率の検算', () => {
  const parts = {
    firstInsuredShareYen: 100,
    adjustmentGrantEquivalentYen: 50,
    adjustmentGrantExpectedYen: 30,
    stabilisationFundYen: 7,
    incentiveGrantYen: 4,
    municipalSpecialYen: 2,
  } // 125

  it('取崩し前の必要額は2円まで、取崩し後は1円も許さない', () => {
    const at = (needBeforeDrawYen: number) => alone({ ...parts, needBeforeDrawYen }).codes
    const out = ['VAL-04 NEED.before']
    expect([122, 123, 127, 128].map(at)).toEqual([out, [], [], out])
    const after = (needYen: number) => alone({ needBeforeDrawYen: 125, fundDrawYen: 25, needYen }).codes
    expect([99, 100, 101].map(after)).toEqual([['VAL-04 NEED'], [], ['VAL-04 NEED']])
  })

  it('取崩し前の印刷がなければ、内訳から求めた額と2円まで比べる', () => {
    const at = (needYen: number) => alone({ ...parts, fundDrawYen: 25, needYen }).codes
    expect([97, 98, 102, 103].map(at)).toEqual([['VAL-04 NEED'], [], [], ['VAL-04 NEED']])
    expect(alone({ ...parts, fundDrawYen: 25 }).value).toMatchObject({ needBeforeDrawYen: 125, needYen: 100 })
    expect(alone({ ...parts, adjustmentGrantExpectedYen: null, needYen: 1 }).codes).toEqual([])
    expect(alone({ ...parts, firstInsuredShareYen: null }).value?.needYen).toBeNull()
    expect(alone({ ...parts, adjustmentGrantEquivalentYen: null }).value?.needBeforeDrawYen).toBeNull()
  })

  it('取崩額は残高まで。残高の印刷がなければ確かめない', () => {
    expect(alone({ fundDrawYen: 10, fundBalanceYen: 10 }).codes).toEqual([])
    expect(alone({ fundDrawYen: 11, fundBalanceYen: 10 }).codes).toEqual(['VAL-05 FUND'])
    expect(alone({ fundDrawYen: 11 }).value?.notChecked).toContain('VAL-05')
    expect(alone({ fundBalanceYen: 10 }).value?.notChecked).toContain('VAL-05')
  })

  it('取崩額が印刷されていなければ、必要額の差を取崩額とみて、増えたときだけ断る', () => {
    const at = (needYen: number) => alone({ ...parts, needYen }).codes
    expect([1, 125, 127, 128].map(at)).toEqual([[], [], [], ['VAL-04 NEED']])
    const printed = (needYen: number) => alone({ needBeforeDrawYen: 125, needYen }).codes
    expect([0, 125, 126].map(printed)).toEqual([[], [], ['VAL-04 NEED']])
    expect(alone(parts).value).toMatchObject({ needBeforeDrawYen: 125, needYen: null })
    expect(alone({ ...parts, fundDrawYen: 0 }).value?.needYen).toBe(125)
  })

  describe('印刷されていない安定化基金・推進交付金・特別給付', () => {
    const { stabilisationFundYen: _s, incentiveGrantYen: _i, municipalSpecialYen: _m, ...large } = parts // 120
    const warned = (printed: Partial<Asked>) => {
      const { codes, value } = alone(printed)
      expect(codes).toEqual([])
      return value?.warnings.map(({ code }) => code)
    }
    const before = ['VAL-04 NEED.before']

    it('あるかもしれないので、合わなくても断らず、注意する', () => {
      const at = (needBeforeDrawYen: number) => warned({ ...large, needBeforeDrawYen })
      expect([117, 118, 122, 123].map(at)).toEqual([before, [], [], before])
      const after = (needYen: number) => warned({ ...large, fundDrawYen: 20, needYen })
      expect([97, 98, 102, 103].map(after)).toEqual([['VAL-04 NEED'], [], [], ['VAL-04 NEED']])
      const message = alone({ ...large, stabilisationFundYen: 7, needBeforeDrawYen: 130 }).value?.warnings[0]
      expect(message?.message).toContain('3円違います')
      expect(message?.message).toContain(
        '保険者機能強化推進交付金等、市町村特別給付費・保健福祉事業費等の額があれば入力し',
      )
      const draw = alone({ ...large, fundDrawYen: 20, needYen: 97 }).value?.warnings[0]
      expect(draw?.message).toContain('3円の説明がつきません。財政安定化基金拠出金・償還金、')
    })

    it('0円と印刷されていれば、断る', () => {
      const zero = { stabilisationFundYen: 0, incentiveGrantYen: 0, municipalSpecialYen: 0 }
      expect(alone({ ...large, ...zero, needBeforeDrawYen: 123 }).codes).toEqual(before)
      const one = { ...zero, incentiveGrantYen: null }
      expect(warned({ ...large, ...one, needBeforeDrawYen: 123 })).toEqual(before)
    })

    it('そこから求めた基準額も、合わなければ注意にとどめる', () => {
      const rest = { fundDrawYen: 0, collectionRatePerMyriad: 10_000, adjustedInsuredTenths: 10 } // 120 ÷ 1 ÷ 12
      const premium = (monthlyHundredths: number) => warned({ ...large, ...rest, monthlyHundredths })
      expect([1000, 1100].map(premium)).toEqual([[], ['VAL-08 PREM']])
      const adopt = { unitYen: 1, direction: 'down' as const, roundOn: 'monthly' as const }
      const adopted = (monthlyAdoptedYen: number, more: Partial<Asked> = {}) =>
        warned({ ...large, ...rest, adopt, monthlyAdoptedYen, ...more })
      expect([10, 11].map((yen) => adopted(yen))).toEqual([[], ['VAL-08 ADOPT']])
      // printed: the adopted amount follows from it, whatever the need
      expect(adopted(11, { monthlyHundredths: 1100 })).toEqual(['VAL-08 PREM'])
      expect(
        alone({ ...large, ...rest, adopt, monthlyHundredths: 1100, monthlyAdoptedYen: 12 }).codes,
      ).toEqual(['VAL-08 ADOPT'])
      // two printed amounts hold against each other, whatever the need
      expect(alone({ ...large, ...rest, monthlyAdoptedYen: 10, annualAdoptedYen: 127 }).codes).toEqual([
        'VAL-08 ADOPT.annual',
      ])
      // a plain head count explains nothing where the need is not known
      const heads = { insuredPersons: 1, stages: [], monthlyHundredths: 1100 }
      expect(warned({ ...large, ...rest, ...heads })).toEqual(['VAL-07 ADJ.notHeads', 'VAL-08 PREM'])
      // the need is printed: nothing is assumed
      expect(alone({ ...large, ...rest, needYen: 120, monthlyHundredths: 1100 }).codes).toEqual([
        'VAL-08 PREM',
      ])
      expect(alone({ ...large, ...rest, needBeforeDrawYen: 120, monthlyHundredths: 1100 }).codes).toEqual([
        'VAL-08 PREM',
      ])
    })
  })

  it.each([
    [2999, 9399, true],
    [2999, 9400, false],
    [3000, 9299, true],
    [3000, 9300, false],
    [29_999, 9299, true],
    [30_000, 9199, true],
    [30_000, 9200, false],
  ])('3年で%i人、収納率%i‱: 国の基準より低い %s', (insuredPersons, collectionRatePerMyriad, isBelow) => {
    const { codes } = alone({ insuredPersons, collectionRatePerMyriad })
    expect(codes).toEqual(isBelow ? ['VAL-06 RATE.floor'] : [])
  })

  it('収納率は100%まで。人数がわからないか、古い期では、国の基準と比べない', () => {
    expect(alone({ collectionRatePerMyriad: 10_000 }).codes).toEqual([])
    expect(alone({ collectionRatePerMyriad: 10_001 }).codes).toEqual(['VAL-06 RATE'])
    expect(alone({ collectionRatePerMyriad: 5000 }).codes).toEqual([])
    expect(alone({ period: 7, collectionRatePerMyriad: 5000, insuredPersons: 3000 }).codes).toEqual([])
  })
})

describe('人数と基準額の検算', () => {
  const stages = [
    { stage: 1, ratioPerMille: 455, persons: 100 },
    { stage: 2, ratioPerMille: 1000, persons: 900 },
  ] // 945.5

  it('補正後の人数は0.06人まで許す。整数で印刷されていれば、0.5人の丸めも許す', () => {
    const at = (adjustedInsuredTenths: number, persons = 100) =>
      alone({ stages: [{ ...stages[0]!, persons }, stages[1]!], adjustedInsuredTenths }).codes
    const out = ['VAL-07 ADJ']
    expect([9454, 9455, 9456].map((one) => at(one))).toEqual([out, [], out])
    expect([9450, 9460, 9440, 9470].map((one) => at(one))).toEqual([[], [], out, out])
    expect(at(9454, 99)).toEqual(out) // 945.045 − 945.4
    expect(at(9451, 99)).toEqual([]) // 0.055
  })

  it('段階の人数の合計は、被保険者数と1人も違わない', () => {
    expect([999, 1000, 1001].map((insuredPersons) => alone({ stages, insuredPersons }).codes)).toEqual([
      ['VAL-07 ADJ.heads'],
      [],
      ['VAL-07 ADJ.heads'],
    ])
  })

  it('人数のわからない段階があれば、確かめない', () => {
    const unknown = [...stages, { stage: 3, ratioPerMille: 1500 }]
    const found = alone({ stages: unknown, insuredPersons: 5, adjustedInsuredTenths: 99 })
    expect(found.codes).toEqual([])
    expect(alone({ adjustedInsuredTenths: 10 }).value?.notChecked).toContain('VAL-07')
  })

  it('補正前の人数と疑わしいときは注意し、基準額と合わなければ食い違いとする', () => {
    const warn = (adjustedInsuredTenths: number) =>
      alone({ adjustedInsuredTenths, insuredPersons: 10_000 }).value?.warnings.map(({ code }) => code)
    const near = ['VAL-07 ADJ.notHeads']
    expect([99_949, 99_950, 99_951, 100_049, 100_050].map(warn)).toEqual([[], [], near, near, []])
    const premium = { needYen: 12_000_000, collectionRatePerMyriad: 10_000, insuredPersons: 1000 }
    const at = (monthlyHundredths: number) =>
      alone({ ...premium, adjustedInsuredTenths: 10_000, monthlyHundredths })
    expect(at(100_000).codes).toEqual([])
    expect(at(100_000).value?.warnings).toHaveLength(1)
    expect(at(100_100).codes).toEqual(['VAL-07 PREM.printedHeads'])
    expect(at(0).codes).toEqual(['VAL-07 PREM.printedHeads'])
    expect(alone({ adjustedInsuredTenths: 10, insuredPersons: 0 }).value?.warnings).toEqual([])
  })

  it('どの段階も割合1なら、補正前と同じでよい', () => {
    const all = [{ stage: 1, ratioPerMille: 1000, persons: 10_000 }]
    const found = alone({ stages: all, adjustedInsuredTenths: 100_000, insuredPersons: 10_000 })
    expect(found.value?.warnings).toEqual([])
  })

  it('基準額は、小数まで印刷されていても0.6円まで許す', () => {
    const premium = { needYen: 12_000_000, collectionRatePerMyriad: 9999, adjustedInsuredTenths: 9000 } // 1,111.2222…
    const at = (monthlyHundredths: number) => alone({ ...premium, monthlyHundredths }).codes
    const out = ['VAL-08 PREM']
    expect([111_000, 111_100, 111_200].map(at)).toEqual([out, [], out])
    expect([111_062, 111_063, 111_182, 111_183].map(at)).toEqual([out, [], [], out])
  })

  it('採用した額は、計算した額から条例の端数処理をしたもの', () => {
    const premium = { needYen: 12_000_000, collectionRatePerMyriad: 10_000, adjustedInsuredTenths: 9000 } // 1,111.11
    const adopt = { unitYen: 10, direction: 'down' as const, roundOn: 'monthly' as const }
    const at = (monthlyAdoptedYen: number, annualAdoptedYen: number) =>
      alone({ ...premium, adopt, monthlyAdoptedYen, annualAdoptedYen }).codes
    expect(at(1110, 13_320)).toEqual([])
    expect(at(1120, 13_440)).toEqual(['VAL-08 ADOPT', 'VAL-08 ADOPT.annual'])
    expect(alone({ monthlyHundredths: 111_900, adopt, monthlyAdoptedYen: 1110 }).codes).toEqual([])
  })

  it('端数処理の定めがわからなければ、年額は月額の12倍と6円まで違ってよい', () => {
    const at = (annualAdoptedYen: number) => alone({ monthlyAdoptedYen: 1000, annualAdoptedYen }).codes
    const out = ['VAL-08 ADOPT.annual']
    expect([11_993, 11_994, 12_006, 12_007].map(at)).toEqual([out, [], [], out])
    expect(alone({ monthlyAdoptedYen: 1000 }).value?.notChecked).toContain('VAL-08')
  })
})

describe('まわりの検算', () => {
  it('端数処理なしの表で端数が出れば、その段階を挙げる', () => {
    const stageTable = {
      baseAnnualYen: 101,
      rounding: { unitYen: 1, direction: 'none' as const },
      rows: [
        { stage: 1, ratioPerMille: 1000, annualYen: 101 },
        { stage: 2, ratioPerMille: 455, annualYen: 45 },
      ],
    }
    expect(alone({ stageTable }).codes).toEqual(['VAL-09 STAGE.2'])
  })

  it('要介護度ごとに見て、合計は全部の項目で見る', () => {
    const level = (certified: number) => ({ level: '要介護3', certified, facility: 3, residential: 2 })
    const at = (certified: number) =>
      checkUsers({ levels: [level(certified)], totals: null }).map(({ isMet }) => isMet)
    expect([4, 5, 6].map(at)).toEqual([[false], [true], [true]])
    const totals = { certified: 10, facility: 7, residential: 3 }
    const found = checkUsers({ levels: [level(5), level(5)], totals })
    expect(found.filter(({ isMet }) => !isMet).map(({ id }) => id)).toEqual([
      'USERS.facility',
      'USERS.residential',
    ])
  })

  it('確かめなかった検算の番号を答え、注意は一度ずつ言う', () => {
    expect(alone({}).value?.notChecked).toEqual(
      Array.from({ length: 11 }, (_, at) => `VAL-${String(at + 1).padStart(2, '0')}`),
    )
    expect(answer({}).value.notChecked).toEqual([])
    const tenth = runRule(rule, { period: 10 }, { on })
    const cautions = tenth.ok ? tenth.answer.cautions : []
    expect(cautions.filter((text) => text.startsWith('第1号被保険者負担割合（α）'))).toHaveLength(1)
  })

  it('食い違いは、はじめの一つで止まらず、すべて挙げる', () => {
    const wrong = { firstInsuredShareYen: 241_500_010, fundBalanceYen: 1, insuredPersons: 3101 }
    expect(codes(wrong)).toEqual(['VAL-02 C', 'VAL-04 NEED.before', 'VAL-05 FUND', 'VAL-07 ADJ.heads'])
    for (const message of messages(wrong)) expect(message).toMatch(/ください。$/)
  })
})

describe('食い違いの言い方', () => {
  const said = (change: Partial<Asked>) => {
    const outcome = runRule(rule, { period: 9, ...change }, { on })
    return outcome.ok ? '' : (outcome.problems[0]?.message ?? '')
  }

  it('割合は%で言う', () => {
    expect(said({ grantRatesPerMyriad: [1501] })).toContain(
      '見込交付割合（1年目）: 印刷の値15.01%は、0%から15%までの外です',
    )
    expect(said({ ...sound, grantRatesPerMyriad: [501, 490, 480] })).toBe(
      '見込交付割合（1年目）: 印刷の値は5.01%ですが、（23%＋5%）−23%×後期高齢者加入割合補正係数×所得段階別加入割合補正係数を計算すると5%になり、0.01%違います。転記と計算を確かめてください。',
    )
    expect(
      said({ ...sound, adjustmentGrantExpectedYen: 51_060_000, needBeforeDrawYen: null, needYen: null }),
    ).toContain('標準給付費と総合事業費の5.0059%で、年度の見込交付割合（4.8%～5%）の間にありません')
    expect(said({ collectionRatePerMyriad: 9299, insuredPersons: 3000 })).toContain(
      '92.99%は、この規模で国が基準とする収納率93%を下回っています',
    )
    expect(said({ collectionRatePerMyriad: 10_001 })).toContain('100.01%は100%を超えています')
  })

  it('式に入れた割合も言う', () => {
    expect(said({ ...sound, firstInsuredShareYen: 1, needBeforeDrawYen: null, needYen: null })).toContain(
      '（標準給付費＋地域支援事業費）×23%を計算すると241,500,000円になり、241,499,999円違います',
    )
    expect(
      said({ ...sound, adjustmentGrantEquivalentYen: 1, needBeforeDrawYen: null, needYen: null }),
    ).toContain('（標準給付費＋総合事業費）×5%を計算すると51,000,000円')
    const old = { standardBenefit: { totalYen: 100 }, shareWithEquivalent: { totalYen: 1 } }
    expect(said({ period: 1, ...old })).toContain('×17%＋（標準給付費＋総合事業費）×5%を計算すると22円')
    expect(said({ needBeforeDrawYen: 125, fundDrawYen: 25, needYen: 99 })).toContain('差は26円、')
  })

  it('案と仮置きを言い分け、見た値は二度言わない', () => {
    const used = [
      { id: 'a', title: 'あ', status: 'draft' as const },
      { id: 'b', title: 'い', status: 'provisional' as const },
      { id: 'c', title: 'う', status: undefined },
    ]
    const found = checkProvisional(used, true, ['b'])
    expect(found.map(({ id, isMet, isWarning }) => [id, isMet, isWarning])).toEqual([
      ['PROVISIONAL.a', false, false],
      ['PROVISIONAL.b', true, false],
    ])
    expect(found[0]?.message).toMatch(/^あ: 案の値です/)
    expect(found[1]?.message).toMatch(/^い: 仮置きの値です/)
    expect(checkProvisional(used, false, [])[0]).toMatchObject({
      isWarning: true,
      validator: 'VAL-12',
      path: 'acknowledged',
    })
  })

  it('食い違いには、項目の名前と場所がつく', () => {
    const levels = [{ level: '要介護3', certified: 1, facility: 1, residential: 1 }]
    expect(checkUsers({ levels, totals: null })[0]).toMatchObject({
      id: 'USERS.1',
      validator: 'VAL-10',
      path: 'users.levels.0',
      formula: '施設＋居住系≦認定者',
    })
    const rows = [{ stage: 1, ratioPerMille: 1000, annualYen: 1 }]
    const broken = { baseAnnualYen: 1, rounding: { unitYen: 0, direction: 'down' as const }, rows }
    expect(() => checkStageTable(broken)).toThrow(RangeError) // a fault of ours, no contradiction of the print
  })
})

it('割合から求めた段階の人数は、段階ごとに半人の丸めを許す', () => {
  const stages = [500, 1500].map((ratioPerMille, at) => ({ stage: at + 1, ratioPerMille, persons: 100 })) // 200.0
  const met = (adjustedInsuredTenths: number, insuredPersons: number, isFromShares: boolean) =>
    checkPersons({ stages, adjustedInsuredTenths, insuredPersons, isFromShares }, tolerances, '.year2').map(
      ({ id, isMet }) => [id, isMet],
    )
  // half a person × (0.5 + 1.5), half a whole person of the print, 0.06
  expect(met(2010, 201, true)).toEqual([
    ['ADJ.year2', true],
    ['HEADS.year2', true],
  ])
  expect(met(2020, 202, true)).toEqual([
    ['ADJ.year2', false],
    ['HEADS.year2', false],
  ])
  expect(met(2010, 201, false)).toEqual([
    ['ADJ.year2', false],
    ['HEADS.year2', false],
  ])
})

it('9,007億円を超える額も、1円まで正確に言う', () => {
  expect([900_719_925_475, Number.MAX_SAFE_INTEGER, -1_040_000_000_000].map(said)).toEqual([
    '900,719,925,475',
    '9,007,199,254,740,991',
    '-1,040,000,000,000',
  ])
  expect(said({ over: 10n ** 30n + 1n, under: 10n ** 14n })).toBe('10,000,000,000,000,000')
  const asked = (last: number) =>
    runRule(
      rule,
      {
        period: 9,
        standardBenefit: {
          totalYen: 1_040_000_000_000,
          yearsYen: [340_000_000_000, 347_000_000_000, last],
        },
      },
      { on },
    )
  expect(asked(353_000_000_000).ok).toBe(true)
  const wrong = asked(353_000_000_004)
  expect(wrong.ok ? '' : wrong.problems[0]?.message).toBe(
    '標準給付費見込額の合計: 印刷の値は1,040,000,000,000円ですが、各年度の合計を計算すると1,040,000,000,004円になり、4円違います。転記と計算を確かめてください。',
  )
})

it('数は、要る桁だけを区切りつきで見せる', () => {
  expect([0, 1_234_567, -1234].map(said)).toEqual(['0', '1,234,567', '-1,234'])
  expect(
    [
      { over: 12_345, under: 10 },
      { over: -1, under: 3 },
      { over: 1, under: 20_000 },
    ].map(said),
  ).toEqual(['1,234.5', '-0.3333', '0.0001'])
  expect(
    [
      { over: -1, under: 20_001 },
      { over: -1, under: 30_000 },
    ].map(said),
  ).toEqual(['0', '0'])
})
