import type { RuleCase } from '../../../platform/computation/index.ts'
import type { StageRow } from '../rules/stage-table.ts'

const known = {
  publicAssistance: false,
  oldAgeWelfarePension: false,
  selfTaxed: false,
  householdAnyTaxed: false,
  pensionIncomeYen: 0,
  totalIncomeYen: 0,
  pensionMiscIncomeYen: 0,
  landSpecialDeductionYen: 0,
}
type Known = Partial<
  Record<keyof typeof known | 'borderLayerStage' | 'salaryRevenueYen', number | boolean | null>
> & {
  taxBasisAdjustment?: 'R8'
}
interface Asked {
  fiscalYear: number
  baseAnnualYen: number
  stages?: StageRow[]
  rounding: { unitYen: number; direction: 'down' | 'none' }
  roundOn?: 'annual' | 'monthly'
  persons: Record<string, unknown>[]
}

const persons = (...states: Known[]) => states.map((state) => ({ ...known, ...state }))
const saiki = { baseAnnualYen: 69_600, rounding: { unitYen: 10, direction: 'down' } } as const
const heads = (byStage: Record<number, [number, number]>, stages: number) =>
  Array.from({ length: stages }, (_, i) => {
    const [persons, annualYen] = byStage[i + 1] ?? [0, 0]
    return { stage: i + 1, persons, annualYen }
  })
const atLimit = (yen: number) => persons({ pensionIncomeYen: yen })

const year = (
  fiscalYear: number,
  pensionIncomeYen: number,
  stage: number,
  annualYen: number,
  stages = 13,
) => ({
  title: `${fiscalYear}年度、年金収入 ${pensionIncomeYen}円`,
  on: '2026-04-01',
  input: { ...saiki, fiscalYear, persons: atLimit(pensionIncomeYen) },
  value: {
    persons: [{ stage, annualYen }],
    byStage: heads({ [stage]: [1, annualYen] }, stages),
    undetermined: 0,
  },
})
const taxedIn = (
  fiscalYear: number,
  totalIncomeYen: number,
  stage: number,
  annualYen: number,
  stages = 13,
) => ({
  title: `${fiscalYear}年度、本人課税 ${totalIncomeYen}円`,
  on: '2026-04-01',
  input: { ...saiki, fiscalYear, persons: persons({ selfTaxed: true, totalIncomeYen }) },
  value: {
    persons: [{ stage, annualYen }],
    byStage: heads({ [stage]: [1, annualYen] }, stages),
    undetermined: 0,
  },
})

export const premiumPersonsCases: readonly RuleCase<Asked>[] = [
  {
    title: '佐伯市の基準額で、架空の5人',
    on: '2026-04-01',
    input: {
      ...saiki,
      fiscalYear: 2026,
      persons: persons(
        { publicAssistance: true },
        { pensionIncomeYen: 826_500 },
        { pensionIncomeYen: 826_501 },
        { selfTaxed: true, totalIncomeYen: 1_199_999 },
        { selfTaxed: null, householdAnyTaxed: null },
      ),
    },
    value: {
      persons: [
        { stage: 1, annualYen: 19_830 },
        { stage: 1, annualYen: 19_830 },
        { stage: 2, annualYen: 33_750 },
        { stage: 6, annualYen: 83_520 },
        { stage: null, annualYen: null },
      ],
      byStage: heads({ 1: [2, 39_660], 2: [1, 33_750], 6: [1, 83_520] }, 13),
      undetermined: 1,
    },
  },
  {
    title: 'だれもいない',
    on: '2026-04-01',
    input: { ...saiki, fiscalYear: 2026, persons: [] },
    value: { persons: [], byStage: heads({}, 13), undetermined: 0 },
  },
  year(2024, 800_000, 1, 19_830),
  year(2024, 826_500, 2, 33_750),
  year(2025, 809_000, 1, 19_830),
  year(2025, 826_500, 2, 33_750),
  year(2026, 826_500, 1, 19_830),
  year(2023, 800_000, 1, 20_880, 9),
  year(2020, 800_000, 1, 20_880, 9),
  year(2019, 800_000, 1, 26_100, 9),
  year(2018, 800_000, 1, 31_320, 9),
  year(2017, 800_000, 1, 31_320, 9),
  taxedIn(2017, 1_900_000, 8, 104_400, 9),
  taxedIn(2018, 1_900_000, 7, 90_480, 9),
  taxedIn(2020, 2_000_000, 8, 104_400, 9),
  taxedIn(2021, 2_000_000, 7, 90_480, 9),
  taxedIn(2023, 4_200_000, 9, 118_320, 9),
  taxedIn(2024, 4_200_000, 10, 132_240),
  taxedIn(2027, 4_200_000, 10, 132_240),
  {
    title: '月額を10円単位に切り捨てて12倍する',
    on: '2026-04-01',
    input: { ...saiki, roundOn: 'monthly', fiscalYear: 2026, persons: atLimit(0) },
    value: {
      persons: [{ stage: 1, annualYen: 19_800 }],
      byStage: heads({ 1: [1, 19_800] }, 13),
      undetermined: 0,
    },
  },
  {
    title: '二人目の境界層の段階が低くない',
    on: '2026-04-01',
    input: { ...saiki, fiscalYear: 2026, persons: persons({}, { borderLayerStage: 3 }) },
    refused: { code: 'not-lower', path: 'persons.1.borderLayerStage' },
  },
  {
    title: '二人目の特例に給与収入がない',
    on: '2026-04-01',
    input: { ...saiki, fiscalYear: 2026, persons: persons({}, { taxBasisAdjustment: 'R8' }) },
    refused: { code: 'salary-missing', path: 'persons.1.salaryRevenueYen' },
  },
  {
    title: '令和8年度の特例と境界層',
    on: '2026-04-01',
    input: {
      ...saiki,
      fiscalYear: 2026,
      persons: persons(
        { selfTaxed: true, totalIncomeYen: 1_100_000, salaryRevenueYen: 1_000_000, taxBasisAdjustment: 'R8' },
        { pensionIncomeYen: 826_501, borderLayerStage: 1 },
      ),
    },
    value: {
      persons: [
        { stage: 7, annualYen: 90_480 },
        { stage: 1, annualYen: 19_830 },
      ],
      byStage: heads({ 1: [1, 19_830], 7: [1, 90_480] }, 13),
      undetermined: 0,
    },
  },
  {
    title: '判定できない人の境界層の段階が、表にない',
    on: '2026-04-01',
    input: {
      ...saiki,
      fiscalYear: 2026,
      persons: persons({ selfTaxed: null, householdAnyTaxed: null, borderLayerStage: 20 }),
    },
    refused: { code: 'not-lower', path: 'persons.0.borderLayerStage' },
  },
  {
    title: '判定できない人の境界層の段階が、ありうる段階のどれかより低い',
    on: '2026-04-01',
    input: {
      ...saiki,
      fiscalYear: 2026,
      persons: persons({ householdAnyTaxed: null, borderLayerStage: 2 }),
    },
    value: {
      persons: [{ stage: 2, annualYen: 33_750 }],
      byStage: heads({ 2: [1, 33_750] }, 13),
      undetermined: 0,
    },
  },
  {
    title: '端数処理なしで端数の出る段階は断る',
    on: '2026-04-01',
    input: {
      fiscalYear: 2026,
      baseAnnualYen: 70_001,
      rounding: { unitYen: 1, direction: 'none' },
      persons: [],
    },
    refused: { code: 'inexact', path: 'stages.0.ratioPerMille' },
  },
]
