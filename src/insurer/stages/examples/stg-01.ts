import type { RuleCase } from '../../../platform/computation/index.ts'
import type { StageRow } from '../rules/stage-table.ts'

interface Asked {
  fiscalYear: number
  publicAssistance?: boolean | null
  oldAgeWelfarePension?: boolean | null
  selfTaxed?: boolean | null
  householdAnyTaxed?: boolean | null
  pensionIncomeYen?: number | null
  totalIncomeYen?: number | null
  pensionMiscIncomeYen?: number | null
  landSpecialDeductionYen?: number | null
  borderLayerStage?: number | null
  taxBasisAdjustment?: 'R8' | null
  salaryRevenueYen?: number | null
  stages?: StageRow[]
}
type Case = RuleCase<Asked>

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
const RATIOS: Record<string, readonly [number, number][]> = {
  第9期: [
    [455, 285],
    [685, 485],
    [690, 685],
    [900, 900],
    [1000, 1000],
    [1200, 1200],
    [1300, 1300],
    [1500, 1500],
    [1700, 1700],
    [1900, 1900],
    [2100, 2100],
    [2300, 2300],
    [2400, 2400],
  ],
  第8期: [
    [500, 300],
    [750, 500],
    [750, 700],
    [900, 900],
    [1000, 1000],
    [1200, 1200],
    [1300, 1300],
    [1500, 1500],
    [1700, 1700],
  ],
}

const answer = (stage: number, [ratioPerMille, chargedRatioPerMille]: readonly [number, number]) => ({
  stage,
  possibleStages: [stage],
  ratioPerMille,
  chargedRatioPerMille,
})
const judged = (
  title: string,
  input: Asked,
  stage: number,
  ratios = RATIOS[input.fiscalYear < 2024 ? '第8期' : '第9期']!,
): Case => ({
  title,
  on: '2026-04-01',
  input: { ...known, ...input },
  value: answer(stage, ratios[stage - 1]!),
})

const pension = (fiscalYear: number, pensionIncomeYen: number, stage: number) =>
  judged(
    `${fiscalYear}年度、世帯非課税、年金収入等 ${pensionIncomeYen}円`,
    { fiscalYear, pensionIncomeYen },
    stage,
  )
const pensionWithTaxedFamily = (fiscalYear: number, pensionIncomeYen: number, stage: number) =>
  judged(
    `${fiscalYear}年度、世帯に課税者、年金収入等 ${pensionIncomeYen}円`,
    { fiscalYear, pensionIncomeYen, householdAnyTaxed: true },
    stage,
  )
const taxed = (
  fiscalYear: number,
  totalIncomeYen: number,
  stage: number,
  ratios?: readonly [number, number][],
) =>
  judged(
    `${fiscalYear}年度、本人課税、合計所得金額 ${totalIncomeYen}円`,
    { fiscalYear, selfTaxed: true, totalIncomeYen },
    stage,
    ratios,
  )
const refused = (title: string, input: Asked, code: string, path: string): Case => ({
  title,
  on: '2026-04-01',
  input: { ...known, ...input },
  refused: { code, path },
})
const open = (title: string, input: Partial<Asked>, possibleStages: number[]): Case => ({
  title,
  on: '2026-04-01',
  input: { ...known, ...input, fiscalYear: 2026 },
  value: { stage: null, possibleStages, ratioPerMille: null, chargedRatioPerMille: null },
})

/** 第8期 ratios with the reduction of an earlier year: only the first rows differ. */
const reducedTo = (...first: number[]) =>
  RATIOS.第8期!.map(([ratio, _], i) => [ratio, first[i] ?? ratio] as [number, number])

const LIMITS = [1_200_000, 2_100_000, 3_200_000, 4_200_000, 5_200_000, 6_200_000, 7_200_000]
const own: StageRow[] = [455, 639, 690, 860, 1000, 1260, 1310].map((ratioPerMille, i) => ({
  stage: i + 1,
  ratioPerMille,
  reducedRatioPerMille: i === 0 ? 285 : null,
  taxedFromYen: i < 5 ? null : (i - 5) * 1_000_000,
}))
const ownWith = (index: number, change: Partial<StageRow>) =>
  own.map((row, i) => (i === index ? { ...row, ...change } : row))
const R8 = { fiscalYear: 2026, taxBasisAdjustment: 'R8', selfTaxed: true } as const

export const stg01Cases: readonly Case[] = [
  pension(2026, 826_500, 1),
  pension(2026, 826_499, 1),
  pension(2026, 826_501, 2),
  pension(2026, 1_200_000, 2),
  pension(2026, 1_199_999, 2),
  pension(2026, 1_200_001, 3),
  pension(2025, 808_999, 1),
  pension(2025, 809_000, 1),
  pension(2025, 809_001, 2),
  pension(2025, 826_500, 2),
  pension(2024, 799_999, 1),
  pension(2024, 800_000, 1),
  pension(2024, 800_001, 2),
  pension(2024, 809_000, 2),
  pensionWithTaxedFamily(2026, 826_500, 4),
  pensionWithTaxedFamily(2026, 826_501, 5),
  pensionWithTaxedFamily(2025, 809_000, 4),
  pensionWithTaxedFamily(2025, 809_001, 5),
  pensionWithTaxedFamily(2024, 800_000, 4),
  pensionWithTaxedFamily(2024, 800_001, 5),
  taxed(2026, 0, 6),
  ...LIMITS.flatMap((yen, i) => [
    taxed(2026, yen - 1, 6 + i),
    taxed(2026, yen, 7 + i),
    taxed(2026, yen + 1, 7 + i),
  ]),
  // 第6期から第8期: 第7・8段階の境と、軽減の年度
  taxed(2017, 1_899_999, 7),
  taxed(2017, 1_900_000, 8),
  taxed(2017, 2_899_999, 8),
  taxed(2017, 2_900_000, 9),
  taxed(2018, 1_900_000, 7),
  taxed(2018, 1_999_999, 7),
  taxed(2018, 2_000_000, 8),
  taxed(2020, 2_999_999, 8),
  taxed(2020, 3_000_000, 9),
  taxed(2021, 2_000_000, 7),
  taxed(2021, 2_099_999, 7),
  taxed(2021, 2_100_000, 8),
  taxed(2023, 3_199_999, 8),
  taxed(2023, 3_200_000, 9),
  taxed(2023, 7_200_000, 9),
  taxed(2024, 7_200_000, 13),
  taxed(2027, 7_200_000, 13),
  judged('2018年度の第1段階の軽減', { fiscalYear: 2018 }, 1, reducedTo(450)),
  judged('2019年度の第1段階の軽減', { fiscalYear: 2019 }, 1, reducedTo(375, 625, 725)),
  judged(
    '2019年度の第3段階の軽減',
    { fiscalYear: 2019, pensionIncomeYen: 1_200_001 },
    3,
    reducedTo(375, 625, 725),
  ),
  judged('2020年度の第1段階の軽減', { fiscalYear: 2020 }, 1),
  judged('2023年度の第2段階の軽減', { fiscalYear: 2023, pensionIncomeYen: 800_001 }, 2),
  // 年金以外の所得
  judged(
    '年金の雑所得は引いてから足す',
    { fiscalYear: 2026, pensionIncomeYen: 800_000, totalIncomeYen: 126_500, pensionMiscIncomeYen: 100_000 },
    1,
  ),
  judged(
    '年金以外の所得が1円多ければ次の段階',
    { fiscalYear: 2026, pensionIncomeYen: 800_000, totalIncomeYen: 126_501, pensionMiscIncomeYen: 100_000 },
    2,
  ),
  judged(
    '差し引いて0円を下回るときは0円とする',
    { fiscalYear: 2026, pensionIncomeYen: 826_500, totalIncomeYen: 10, pensionMiscIncomeYen: 500_000 },
    1,
  ),
  judged(
    '特別控除は、非課税でも課税でも引く（非課税）',
    {
      fiscalYear: 2026,
      pensionIncomeYen: 826_500,
      totalIncomeYen: 5_000_000,
      landSpecialDeductionYen: 5_000_000,
    },
    1,
  ),
  judged(
    '特別控除は、非課税でも課税でも引く（課税）',
    { fiscalYear: 2026, selfTaxed: true, totalIncomeYen: 6_199_999, landSpecialDeductionYen: 5_000_000 },
    6,
  ),
  judged(
    '特別控除が所得を上回っても、本人課税の最初の段階',
    { fiscalYear: 2026, selfTaxed: true, totalIncomeYen: 10, landSpecialDeductionYen: 5_000_000 },
    6,
  ),
  judged(
    '生活保護は、所得があっても第1段階',
    { fiscalYear: 2026, publicAssistance: true, selfTaxed: true, totalIncomeYen: 9_000_000 },
    1,
  ),
  judged(
    '老齢福祉年金は、世帯非課税なら第1段階',
    { fiscalYear: 2026, oldAgeWelfarePension: true, pensionIncomeYen: 3_000_000 },
    1,
  ),
  judged(
    '老齢福祉年金でも、世帯に課税者がいれば年金収入で分ける',
    { fiscalYear: 2026, oldAgeWelfarePension: true, householdAnyTaxed: true, pensionIncomeYen: 3_000_000 },
    5,
  ),
  // 分からない項目
  open(
    '生活保護か分からなければ、所得が高くても判定できない',
    { publicAssistance: null, selfTaxed: true, totalIncomeYen: 9_000_000 },
    [1, 13],
  ),
  judged('生活保護か分からなくても、どちらでも第1段階', { fiscalYear: 2026, publicAssistance: null }, 1),
  open('世帯の課税が分からない', { householdAnyTaxed: null, pensionIncomeYen: 900_000 }, [2, 5]),
  judged('世帯にだれも課税の人がいなければ、本人も課税ではない', { fiscalYear: 2026, selfTaxed: null }, 1),
  open('本人の課税も世帯の課税も分からない', { selfTaxed: null, householdAnyTaxed: null }, [1, 4, 6]),
  open('世帯に課税の人がいて、それが本人か分からない', { selfTaxed: null, householdAnyTaxed: true }, [4, 6]),
  judged(
    '本人が課税なら、世帯の課税は分からなくてよい',
    { fiscalYear: 2026, selfTaxed: true, householdAnyTaxed: null },
    6,
  ),
  open('年金収入が分からない', { pensionIncomeYen: null }, [1, 2, 3]),
  open(
    '年金収入が分からないが、ほかの所得だけで境をこえる',
    { pensionIncomeYen: null, totalIncomeYen: 826_501 },
    [2, 3],
  ),
  open('世帯に課税者がいて年金収入が分からない', { pensionIncomeYen: null, householdAnyTaxed: true }, [4, 5]),
  open('合計所得金額が分からない', { totalIncomeYen: null, pensionIncomeYen: 1_200_000 }, [2, 3]),
  judged(
    '年金収入だけで120万円をこえれば、合計所得金額は分からなくてよい',
    { fiscalYear: 2026, totalIncomeYen: null, pensionIncomeYen: 1_200_001 },
    3,
  ),
  open('年金の雑所得が分からない', { pensionMiscIncomeYen: null, totalIncomeYen: 826_501 }, [1, 2]),
  judged(
    '年金の雑所得が分からなくても、全部足して境をこえない',
    { fiscalYear: 2026, pensionMiscIncomeYen: null, totalIncomeYen: 826_500 },
    1,
  ),
  open(
    '特別控除が分からない（本人課税）',
    { selfTaxed: true, landSpecialDeductionYen: null, totalIncomeYen: 1_200_000 },
    [6, 7],
  ),
  open(
    '合計所得金額が分からない（本人課税）',
    { selfTaxed: true, totalIncomeYen: null },
    [6, 7, 8, 9, 10, 11, 12, 13],
  ),
  open('老齢福祉年金か分からない', { oldAgeWelfarePension: null, pensionIncomeYen: 1_200_001 }, [1, 3]),
  {
    title: '何も分からなければ、どの段階もありうる',
    on: '2026-04-01',
    input: { fiscalYear: 2026 },
    value: {
      stage: null,
      possibleStages: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
      ratioPerMille: null,
      chargedRatioPerMille: null,
    },
  },
  // 境界層（STG-09）
  {
    title: '境界層として移された段階が優先する',
    on: '2026-04-01',
    input: { ...known, fiscalYear: 2026, pensionIncomeYen: 1_300_000, borderLayerStage: 2 },
    value: { stage: 2, possibleStages: [3], ratioPerMille: 685, chargedRatioPerMille: 485 },
  },
  {
    title: '境界層: 判定できなくても、移された段階を使う',
    on: '2026-04-01',
    input: { fiscalYear: 2026, borderLayerStage: 1, publicAssistance: false, selfTaxed: true },
    value: {
      stage: 1,
      possibleStages: [6, 7, 8, 9, 10, 11, 12, 13],
      ratioPerMille: 455,
      chargedRatioPerMille: 285,
    },
  },
  refused(
    '境界層の段階が、判定された段階と同じ',
    { fiscalYear: 2026, borderLayerStage: 1 },
    'not-lower',
    'borderLayerStage',
  ),
  refused(
    '境界層の段階が、ありうるどの段階よりも高い',
    { fiscalYear: 2026, householdAnyTaxed: null, pensionIncomeYen: null, borderLayerStage: 10 },
    'not-lower',
    'borderLayerStage',
  ),
  refused(
    '境界層の段階が、ありうる最も高い段階と同じ',
    { fiscalYear: 2026, householdAnyTaxed: null, borderLayerStage: 4 },
    'not-lower',
    'borderLayerStage',
  ),
  {
    title: '境界層: ありうる段階のどれかより低ければ使う',
    on: '2026-04-01',
    input: { ...known, fiscalYear: 2026, householdAnyTaxed: null, borderLayerStage: 3 },
    value: { stage: 3, possibleStages: [1, 4], ratioPerMille: 690, chargedRatioPerMille: 685 },
  },
  {
    title: '境界層の段階が、段階の表にない',
    on: '2026-04-01',
    input: { fiscalYear: 2026, borderLayerStage: 20 },
    refused: { code: 'not-lower', path: 'borderLayerStage' },
  },
  // 令和8年度の特例（STG-07）: 給与収入100万円は所得35万円、改正前は45万円
  judged('令和8年度の特例: 境の手前', { ...R8, totalIncomeYen: 1_099_999, salaryRevenueYen: 1_000_000 }, 6),
  judged(
    '令和8年度の特例: 10万円を足して境に届く',
    { ...R8, totalIncomeYen: 1_100_000, salaryRevenueYen: 1_000_000 },
    7,
  ),
  judged(
    '令和8年度の特例: 給与がなければ変わらない',
    { ...R8, totalIncomeYen: 1_100_000, salaryRevenueYen: 0 },
    6,
  ),
  {
    title: '令和8年度の特例: 合計所得金額が分からないままなら判定できない',
    on: '2026-04-01',
    input: { ...known, ...R8, totalIncomeYen: null, salaryRevenueYen: 1_000_000 },
    value: {
      stage: null,
      possibleStages: [6, 7, 8, 9, 10, 11, 12, 13],
      ratioPerMille: null,
      chargedRatioPerMille: null,
    },
  },
  refused('令和8年度の特例に給与収入がない', { ...R8 }, 'salary-missing', 'salaryRevenueYen'),
  refused('令和7年度に特例はない', { ...R8, fiscalYear: 2025, salaryRevenueYen: 0 }, 'no-value-in-force', ''),
  refused('令和9年度に特例はない', { ...R8, fiscalYear: 2027, salaryRevenueYen: 0 }, 'no-value-in-force', ''),
  refused('令和9年度の境の額は定まっていない', { fiscalYear: 2027 }, 'no-value-in-force', ''),
  refused('第5期までの段階は登録していない', { fiscalYear: 2014 }, 'no-value-in-force', ''),
  // 市町村の段階の表
  judged(
    '市町村の段階の表: 本人課税',
    { fiscalYear: 2026, selfTaxed: true, totalIncomeYen: 999_999, stages: own },
    6,
    own.map(({ ratioPerMille }) => [ratioPerMille, ratioPerMille]),
  ),
  judged(
    '市町村の段階の表: 次の段階',
    { fiscalYear: 2026, selfTaxed: true, totalIncomeYen: 1_000_000, stages: own },
    7,
    own.map(({ ratioPerMille }) => [ratioPerMille, ratioPerMille]),
  ),
  judged('市町村の段階の表: 軽減後の割合', { fiscalYear: 2026, stages: own }, 1, [[455, 285]]),
  refused(
    '市町村の段階の表: 本人課税の段階がない',
    { fiscalYear: 2026, stages: own.slice(0, 5) },
    'no-taxed-stage',
    'stages',
  ),
  refused(
    '市町村の段階の表: 割合が下がる',
    { fiscalYear: 2026, stages: ownWith(1, { ratioPerMille: 454 }) },
    'ratio-falls',
    'stages.1.ratioPerMille',
  ),
  refused(
    '市町村の段階の表: 基準の段階の割合が1.000でない',
    { fiscalYear: 2026, stages: ownWith(4, { ratioPerMille: 1001 }) },
    'base-not-one',
    'stages.4.ratioPerMille',
  ),
  refused(
    '市町村の段階の表: 軽減後の割合が軽減前より高い',
    { fiscalYear: 2026, stages: ownWith(0, { reducedRatioPerMille: 456 }) },
    'reduced-above',
    'stages.0.reducedRatioPerMille',
  ),
  // 公費による軽減は、市町村が独自に広げることもある
  judged(
    '市町村の段階の表: 国の範囲より広い軽減',
    { fiscalYear: 2026, stages: ownWith(0, { reducedRatioPerMille: 100 }) },
    1,
    [[455, 100]],
  ),
]
