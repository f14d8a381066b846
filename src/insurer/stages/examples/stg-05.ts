import type { RuleCase } from '../../../platform/computation/index.ts'
import type { StageRow } from '../rules/stage-table.ts'

interface Asked {
  fiscalYear: number
  baseAnnualYen: number
  heads: { stage: number; persons: number }[]
  stages?: StageRow[]
}
const cost = (costYen: number, nationYen: number, prefectureYen: number, municipalityYen: number) => ({
  costYen,
  nationYen,
  prefectureYen,
  municipalityYen,
})
/** 1,000 persons in stage 1 at a base of 72,000 yen: 72 million yen × (ratio − reduced). */
const year = (fiscalYear: number, costYen: number): RuleCase<Asked> => ({
  title: `${fiscalYear}年度、第1段階1,000人`,
  on: '2026-04-01',
  input: { fiscalYear, baseAnnualYen: 72_000, heads: [{ stage: 1, persons: 1000 }] },
  value: cost(costYen, costYen / 2, costYen / 4, costYen / 4),
})
const own: StageRow[] = [455, 685, 690, 900, 1000, 1200].map((ratioPerMille, i) => ({
  stage: i + 1,
  ratioPerMille,
  reducedRatioPerMille: i === 0 ? 454 : null,
  taxedFromYen: i < 5 ? null : 0,
}))
/** The national table with other ratios after the reduction. */
const reducedTo = (...reduced: (number | null)[]): StageRow[] =>
  own.map((row, i) => ({ ...row, reducedRatioPerMille: reduced[i] ?? null }))
const refused = (title: string, heads: Asked['heads'], code: string, path: string): RuleCase<Asked> => ({
  title,
  on: '2026-04-01',
  input: { fiscalYear: 2026, baseAnnualYen: 72_000, heads },
  refused: { code, path },
})

export const stg05Cases: readonly RuleCase<Asked>[] = [
  {
    title: '川崎町（宮城県）令和7年度の人数',
    on: '2025-04-01',
    input: {
      fiscalYear: 2025,
      baseAnnualYen: 78_000,
      heads: [
        { stage: 1, persons: 383 },
        { stage: 2, persons: 298 },
        { stage: 3, persons: 305 },
      ],
    },
    // 5,078,580 + 4,648,800 + 118,950; half of it and quarters, the half yen to the municipality
    value: cost(9_846_330, 4_923_165, 2_461_582, 2_461_583),
    source: { text: '川崎町（宮城県）第9期介護保険事業計画の段階別人数（計画作成者の作業記録による転記）' },
    isSecondary: true,
  },
  year(2017, 3_600_000),
  year(2018, 3_600_000),
  year(2019, 9_000_000),
  year(2020, 14_400_000),
  year(2023, 14_400_000),
  year(2024, 12_240_000),
  year(2027, 12_240_000),
  {
    title: '1円未満は四捨五入: 0.5円は1円',
    on: '2026-04-01',
    input: { fiscalYear: 2026, baseAnnualYen: 500, heads: [{ stage: 1, persons: 1 }], stages: own },
    value: cost(1, 0, 0, 1),
  },
  {
    title: '1円未満は四捨五入: 0.499円は0円',
    on: '2026-04-01',
    input: { fiscalYear: 2026, baseAnnualYen: 499, heads: [{ stage: 1, persons: 1 }], stages: own },
    value: cost(0, 0, 0, 0),
  },
  {
    title: 'だれもいなければ0円',
    on: '2026-04-01',
    input: { fiscalYear: 2026, baseAnnualYen: 72_000, heads: [] },
    value: cost(0, 0, 0, 0),
  },
  {
    title: '国の範囲より広い軽減は、範囲までを国と都道府県が負担する',
    on: '2026-04-01',
    input: {
      fiscalYear: 2026,
      baseAnnualYen: 72_000,
      heads: [
        { stage: 1, persons: 100 },
        { stage: 4, persons: 100 },
      ],
      stages: reducedTo(100, null, null, 0),
    },
    // (0.355 + 0.9) × 7,200,000; the nation shares 0.17 × 7,200,000 = 1,224,000 of it
    value: cost(9_036_000, 612_000, 306_000, 8_118_000),
  },
  {
    title: '国の範囲より狭い軽減は、その幅を分ける',
    on: '2026-04-01',
    input: {
      fiscalYear: 2026,
      baseAnnualYen: 72_000,
      heads: [{ stage: 1, persons: 100 }],
      stages: reducedTo(355),
    },
    value: cost(720_000, 360_000, 180_000, 180_000),
  },
  {
    title: '軽減後の割合が軽減前より高い表',
    on: '2026-04-01',
    input: {
      fiscalYear: 2026,
      baseAnnualYen: 72_000,
      heads: [{ stage: 1, persons: 100 }],
      stages: reducedTo(800),
    },
    refused: { code: 'reduced-above', path: 'stages.0.reducedRatioPerMille' },
  },
  refused(
    '日本の人口をこえる人数',
    [{ stage: 1, persons: Number.MAX_SAFE_INTEGER }],
    'too_big',
    'heads.0.persons',
  ),
  refused('軽減のない段階の人数', [{ stage: 4, persons: 1 }], 'not-reduced', 'heads.0.stage'),
  refused('表にない段階の人数', [{ stage: 14, persons: 1 }], 'not-reduced', 'heads.0.stage'),
  refused(
    '同じ段階が2度ある',
    [
      { stage: 1, persons: 1 },
      { stage: 1, persons: 1 },
    ],
    'twice',
    'heads.1.stage',
  ),
]
