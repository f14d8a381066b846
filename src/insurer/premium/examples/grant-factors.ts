import type { RuleCase } from '../../../platform/computation/index.ts'

const VILLAGE = '令和9～11年度の下書きの係数（B村、匿名。計画作成者の公開の作業記録による）'
const village = (on: string, personsByBand: number[], elderlyFactorPerMyriad: number) => ({
  title: `B村 ${on.slice(0, 4)}年度`,
  on,
  input: { personsByBand },
  value: { elderlyFactorPerMyriad },
  source: { text: VILLAGE },
  isSecondary: true,
})
const OTHER = [405, 391, 198]

export const elderlyFactorCases: RuleCase<{ personsByBand: number[] }>[] = [
  village('2029-04-01', OTHER, 9951),
  village('2027-04-01', [444, 357, 203], 9652),
  village('2028-04-01', [425, 374, 201], 9790),
  ...(
    [
      ['2024-04-01', 9544],
      ['2025-04-01', 9742],
      ['2026-04-01', 9951],
      ['2027-04-01', 9544],
      ['2028-04-01', 9742],
    ] as const
  ).map(([on, elderlyFactorPerMyriad]) => ({
    title: `${on} の係数（人数は同じ）`,
    on,
    input: { personsByBand: OTHER },
    value: { elderlyFactorPerMyriad },
  })),
  {
    title: '令和12年度の係数は、仮の値もない',
    on: '2030-04-01',
    input: { personsByBand: OTHER },
    refused: { code: 'no-value-in-force' },
  },
  {
    title: '区分の数が違う',
    on: '2024-04-01',
    input: { personsByBand: [1, 2] },
    refused: { code: 'bands-differ', path: 'personsByBand' },
  },
  {
    title: 'だれもいない',
    on: '2024-04-01',
    input: { personsByBand: [0, 0, 0] },
    refused: { code: 'nobody', path: 'personsByBand' },
  },
]

const row = (personsCount: number, nationalSharePerMyriad: number, ownRatioPerMille: number) => ({
  persons: personsCount,
  nationalSharePerMyriad,
  ownRatioPerMille,
})
const NATION_8 = [1700, 830, 760, 1250, 1340, 1450, 1290, 710, 670] // 第8期; the last one up to the whole
const OWN_8 = [500, 750, 750, 900, 1000, 1200, 1300, 1500, 1700]
const nine = NATION_8.map((share, at) => row(at === 0 ? 300 : 100, share, OWN_8[at]!))
const same = NATION_8.map((share, at) => row(share, share, OWN_8[at]!))
const thirteen = Array.from({ length: 13 }, (_, at) =>
  row(at === 0 ? 1600 : 700, at === 0 ? 1600 : 700, 1000),
)
/** All persons in 第1段階, the nation between the first, the second and the last. */
const apart = (last: number, second: number) =>
  thirteen.map((_, at) =>
    row(at === 0 ? 100 : 0, [10_000 - last - second, second][at] ?? (at === 12 ? last : 0), 455),
  )

interface Stages {
  stages: ReturnType<typeof row>[]
}
export const incomeFactorCases: RuleCase<Stages>[] = [
  {
    title: '全国と同じ分布なら、交付金の係数は1（第8期の全国の分布）',
    on: '2021-04-01',
    input: { stages: same },
    value: { gGrantPerMyriad: 10_000, wRatioPerMyriad: 10_129 },
    source: {
      text: '全国介護保険担当課長会議資料（令和5年7月31日）',
      url: 'https://wic-net.com/material/document/10429/152',
    },
  },
  {
    title: '第1段階に偏る（架空）',
    on: '2021-04-01',
    input: { stages: nine },
    value: { gGrantPerMyriad: 9508, wRatioPerMyriad: 9636 },
  },
  {
    title: '13段階（架空）',
    on: '2024-04-01',
    input: { stages: thirteen },
    value: { gGrantPerMyriad: 10_000, wRatioPerMyriad: 10_000 },
  },
  ...['2015-04-01', '2018-04-01'].map((on) => ({
    title: `${on} の標準割合（同じ割合）`,
    on,
    input: { stages: nine },
    value: { gGrantPerMyriad: 9508, wRatioPerMyriad: 9636 },
  })),
  {
    title: '2027-04-01 の仮の標準割合',
    on: '2027-04-01',
    input: { stages: thirteen },
    value: { gGrantPerMyriad: 10_000, wRatioPerMyriad: 10_000 },
  },
  {
    title: '公表の端数のため、全国の割合の合計が99.9%',
    on: '2021-04-01',
    input: { stages: nine.map((one, at) => (at === 8 ? { ...one, nationalSharePerMyriad: 660 } : one)) },
    refused: { code: 'shares-differ', path: 'stages' },
  },
  {
    title: '全国の割合の合計が100.01%',
    on: '2021-04-01',
    input: { stages: nine.map((one, at) => (at === 8 ? { ...one, nationalSharePerMyriad: 671 } : one)) },
    refused: { code: 'shares-differ', path: 'stages' },
  },
  {
    title: '全国の割合が100%を超える段階',
    on: '2021-04-01',
    input: { stages: nine.map((one) => ({ ...one, nationalSharePerMyriad: 10_001 })) },
    refused: { code: 'too_big', path: 'stages.0.nationalSharePerMyriad' },
  },
  {
    title: '人は最も低い段階だけ、全国は最も高い段階だけ: 1＋0.455−2.4は係数にならない（架空）',
    on: '2024-04-01',
    input: { stages: apart(10_000, 0) },
    refused: { code: 'factor-below-zero', path: 'stages' },
  },
  {
    title: '係数が0.0000295（架空）',
    on: '2024-04-01',
    input: { stages: apart(5141, 2) },
    refused: { code: 'factor-below-zero', path: 'stages' },
  },
  {
    title: '係数が0.0000755（架空）',
    on: '2024-04-01',
    input: { stages: apart(5141, 0) },
    value: { gGrantPerMyriad: 1, wRatioPerMyriad: 4550 },
  },
  {
    title: '段階の数が違う',
    on: '2024-04-01',
    input: { stages: nine },
    refused: { code: 'stages-differ', path: 'stages' },
  },
  {
    title: 'だれもいない',
    on: '2021-04-01',
    input: { stages: nine.map((one) => ({ ...one, persons: 0 })) },
    refused: { code: 'nobody', path: 'stages' },
  },
]

const published = (
  title: string,
  text: string,
  on: string,
  rows: readonly (readonly [number, number, number])[],
) =>
  rows.map(([f, g, ratePerMyriad], at) => ({
    title: `${title} ${at + 1}年目`,
    on,
    input: { elderlyFactorPerMyriad: f, incomeFactorPerMyriad: g },
    value: { ratePerMyriad },
    source: { text },
    isSecondary: true,
  }))
const by = (on: string, ratePerMyriad: number) => ({
  title: `${on} の負担割合`,
  on,
  input: { elderlyFactorPerMyriad: 9000, incomeFactorPerMyriad: 10_000 },
  value: { ratePerMyriad },
})

interface Factors {
  elderlyFactorPerMyriad: number
  incomeFactorPerMyriad: number
}
export const grantRateCases: RuleCase<Factors>[] = [
  ...published('金ケ崎町 第9期', '金ケ崎町 第9期介護保険事業計画（二次資料）', '2024-04-01', [
    [9634, 9767, 636],
    [9811, 9770, 595],
    [10_116, 9780, 525],
  ]),
  ...published('B村 第10期の下書き', '第10期の下書きの係数（B村、匿名。二次資料）', '2027-04-01', [
    [9652, 10_197, 536],
    [9790, 10_199, 503],
    [9951, 10_193, 467],
  ]),
  by('2003-03-31', 670),
  by('2003-04-01', 680),
  by('2006-04-01', 690),
  by('2009-04-01', 700),
  by('2012-04-01', 710),
  by('2015-04-01', 720),
  by('2018-04-01', 730),
  {
    title: '係数がとても大きいときは0%',
    on: '2024-04-01',
    input: { elderlyFactorPerMyriad: 12_175, incomeFactorPerMyriad: 10_000 },
    value: { ratePerMyriad: 0 },
  },
  {
    title: '0%のすぐ上',
    on: '2024-04-01',
    input: { elderlyFactorPerMyriad: 12_169, incomeFactorPerMyriad: 10_000 },
    value: { ratePerMyriad: 1 },
  },
]

const year = (benefit: number, project: number, f: number, g: number) => ({
  standardBenefitYen: benefit,
  generalProjectYen: project,
  elderlyFactorPerMyriad: f,
  incomeFactorPerMyriad: g,
})
const printed = (benefit: number, ratePerMyriad: number) => ({
  standardBenefitYen: benefit,
  generalProjectYen: 45_104_000,
  ratePerMyriad,
})
const plain = { years: [year(1_000_000_000, 0, 9000, 10_000)] }

interface Years {
  years: {
    standardBenefitYen: number
    generalProjectYen: number
    elderlyFactorPerMyriad?: number
    incomeFactorPerMyriad?: number
    ratePerMyriad?: number
  }[]
}
export const grantExpectedCases: RuleCase<Years>[] = [
  {
    title: '金ケ崎町 第9期（特定入所者などの3年分を等しく分けた近似。公表は232,281,000円）',
    on: '2024-04-01',
    input: {
      years: [
        year(1_195_533_000 + 90_441_765, 45_104_000, 9634, 9767),
        year(1_189_414_000 + 90_441_765, 45_104_000, 9811, 9770),
        year(1_174_494_000 + 90_441_766, 45_104_000, 10_116, 9780),
      ],
    },
    value: { yearlyYen: [84_631_000, 78_884_000, 68_712_000], adjustmentGrantExpectedYen: 232_227_000 },
    source: { text: '金ケ崎町 第9期介護保険事業計画（二次資料）' },
    isSecondary: true,
  },
  {
    title: '金ケ崎町 第9期、印刷された割合（6.36%、5.95%、5.25%）で',
    on: '2024-04-01',
    input: {
      years: [
        printed(1_195_533_000 + 90_441_765, 636),
        printed(1_189_414_000 + 90_441_765, 595),
        printed(1_174_494_000 + 90_441_766, 525),
      ],
    },
    value: { yearlyYen: [84_657_000, 78_835_000, 68_777_000], adjustmentGrantExpectedYen: 232_269_000 },
    source: { text: '金ケ崎町 第9期介護保険事業計画（二次資料）' },
    isSecondary: true,
  },
  {
    title: '割合も係数もない',
    on: '2024-04-01',
    input: { years: [{ standardBenefitYen: 1, generalProjectYen: 0, elderlyFactorPerMyriad: 9000 }] },
    refused: { code: 'rate-missing', path: 'years.0.ratePerMyriad' },
  },
  ...(
    [
      ['2003-03-31', 67_000_000],
      ['2003-04-01', 68_000_000],
      ['2006-04-01', 69_000_000],
      ['2009-04-01', 70_000_000],
      ['2012-04-01', 71_000_000],
      ['2015-04-01', 72_000_000],
      ['2018-04-01', 73_000_000],
      ['2027-04-01', 73_000_000],
    ] as const
  ).map(([on, yen]) => ({
    title: `${on} の負担割合`,
    on,
    input: plain,
    value: { yearlyYen: [yen], adjustmentGrantExpectedYen: yen },
  })),
]
