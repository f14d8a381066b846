import type { RuleCase } from '../../../platform/computation/index.ts'

interface Row {
  label: string
  standardBenefitYen: number
  generalProjectYen: number
  comprehensiveSupportYen: number
  lowIncomeReductionYen?: number
  administrativeYen?: number
}
interface Asked {
  period: number
  rows: Row[]
}

const ROUND: Row = {
  label: '3年間',
  standardBenefitYen: 900_000_000,
  generalProjectYen: 100_000_000,
  comprehensiveSupportYen: 40_000_000,
}
const of = (benefitYen: number, comprehensiveYen: number, reductionYen = 0, administrativeYen = 0) => {
  const totalYen = benefitYen + comprehensiveYen + reductionYen + administrativeYen
  return { benefitYen, comprehensiveYen, reductionYen, administrativeYen, totalYen }
}

export const generalAccountCases: RuleCase<Asked>[] = [
  {
    title: '金ケ崎町 第9期',
    on: '2024-04-01',
    input: {
      period: 9,
      rows: [
        {
          label: '3年間',
          standardBenefitYen: 3_830_766_296,
          generalProjectYen: 135_312_000,
          comprehensiveSupportYen: 60_318_000,
        },
      ],
    },
    value: { rows: [{ label: '3年間', ...of(495_759_787, 11_611_215) }], totalYen: 507_371_002 },
    source: { text: '金ケ崎町 第9期介護保険事業計画（計画作成者の公開の作業記録による転記）' },
    isSecondary: true,
  },
  {
    title: '低所得者保険料軽減と事務費を含む（架空）',
    on: '2024-04-01',
    input: {
      period: 9,
      rows: [{ ...ROUND, lowIncomeReductionYen: 9_846_330, administrativeYen: 5_000_000 }],
    },
    value: {
      rows: [{ label: '3年間', ...of(125_000_000, 7_700_000, 2_461_583, 5_000_000) }],
      totalYen: 140_161_583,
    },
  },
  {
    title: '年度ごとに並べ、合計する（架空）',
    on: '2024-04-01',
    input: {
      period: 9,
      rows: [
        { ...ROUND, label: '令和6年度' },
        { ...ROUND, label: '令和7年度', standardBenefitYen: 900_000_004 },
      ],
    },
    value: {
      rows: [
        { label: '令和6年度', ...of(125_000_000, 7_700_000) },
        { label: '令和7年度', ...of(125_000_001, 7_700_000) }, // 125,000,000.5
      ],
      totalYen: 265_400_001,
    },
  },
  ...(
    [
      [3, 8_100_000],
      [4, 8_000_000],
      [5, 7_900_000],
      [6, 7_800_000],
      [7, 7_700_000],
      [10, 7_700_000],
    ] as const
  ).map(([period, comprehensiveYen]) => ({
    title: `第${period}期（架空）`,
    on: '2024-04-01',
    input: { period, rows: [ROUND] },
    value: {
      rows: [{ label: '3年間', ...of(125_000_000, comprehensiveYen) }],
      totalYen: 125_000_000 + comprehensiveYen,
    },
  })),
  {
    title: '第2期に地域支援事業はない',
    on: '2024-04-01',
    input: { period: 2, rows: [ROUND] },
    refused: { code: 'no-programme', path: 'period' },
  },
]
