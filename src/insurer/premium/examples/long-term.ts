import type { RuleCase } from '../../../platform/computation/index.ts'

const plain = {
  fiscalYear: 2030,
  standardBenefitYen: 1_000_000_000,
  generalProjectYen: 0,
  comprehensiveSupportYen: 0,
  factorPerMyriad: 10_000,
  collectionRatePerMyriad: 10_000,
  insured: 3000,
  wRatioPerMyriad: 10_000,
}
const on = '2026-04-01'
const year = (
  fiscalYear: number,
  needYen: number,
  monthlyExactHundredths: number,
): RuleCase<typeof plain> => ({
  title: `${fiscalYear}年度の仮の負担割合（架空）`,
  on,
  input: { ...plain, fiscalYear },
  value: { isReferenceOnly: true, needYen, monthlyExactHundredths },
})

export const longTermCases: RuleCase<typeof plain>[] = [
  {
    title: '2030年度、係数と地域支援事業費を含む（架空）',
    on,
    input: {
      ...plain,
      generalProjectYen: 100_000_000,
      comprehensiveSupportYen: 50_000_000,
      factorPerMyriad: 9000,
      collectionRatePerMyriad: 9900,
      wRatioPerMyriad: 9500,
    },
    // 0.24 × (1,150,000,000 − 110,000,000) = 249,600,000; ÷ 0.99 ÷ 2,850 ÷ 12 = 7,371.96…
    value: { isReferenceOnly: true, needYen: 249_600_000, monthlyExactHundredths: 737_197 },
  },
  year(2030, 240_000_000, 666_667),
  year(2035, 250_000_000, 694_444),
  year(2040, 260_000_000, 722_222),
  year(2045, 270_000_000, 750_000),
  year(2050, 280_000_000, 777_778),
  {
    title: '見込交付割合がちょうど0%',
    on,
    input: { ...plain, factorPerMyriad: 12_083 },
    value: { isReferenceOnly: true, needYen: 289_992_000, monthlyExactHundredths: 805_533 },
  },
  {
    title: '見込交付割合が0%を下回る',
    on,
    input: { ...plain, factorPerMyriad: 12_084 },
    refused: { code: 'rate-below-zero', path: 'factorPerMyriad' },
  },
  ...[2029, 2031, 2034, 2036, 2049, 2051].map((fiscalYear) => ({
    title: `${fiscalYear}年度の負担割合は、仮の値もない`,
    on,
    input: { ...plain, fiscalYear },
    refused: { code: 'no-value-in-force' },
  })),
]
