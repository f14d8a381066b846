import type { RuleCase } from '../../../platform/computation/index.ts'
import type { StageRow } from '../rules/stage-table.ts'

const table = (
  ratios: readonly number[],
  reduced: readonly number[],
  taxedFromYen: readonly number[],
): StageRow[] =>
  ratios.map((ratioPerMille, i) => ({
    stage: i + 1,
    ratioPerMille,
    reducedRatioPerMille: reduced[i] ?? null,
    taxedFromYen: taxedFromYen[i - 5] ?? null,
  }))
const nine = (reduced: readonly number[], ...limits: readonly number[]) =>
  table([500, 750, 750, 900, 1000, 1200, 1300, 1500, 1700], reduced, [0, 1_200_000, ...limits])
const thirteen = table(
  [455, 685, 690, 900, 1000, 1200, 1300, 1500, 1700, 1900, 2100, 2300, 2400],
  [285, 485, 685],
  [0, 1_200_000, 2_100_000, 3_200_000, 4_200_000, 5_200_000, 6_200_000, 7_200_000],
)
const year = (fiscalYear: number, title: string, stages: StageRow[]): RuleCase<{ fiscalYear: number }> => ({
  title,
  on: '2026-04-01',
  input: { fiscalYear },
  value: { stages },
})

export const stg02Cases: readonly RuleCase<{ fiscalYear: number }>[] = [
  year(2026, '第9期（令和8年度）: 13段階', thirteen),
  year(2024, '第9期の初年度', thirteen),
  year(2023, '第8期（令和5年度）', nine([300, 500, 700], 2_100_000, 3_200_000)),
  year(2021, '第8期の初年度', nine([300, 500, 700], 2_100_000, 3_200_000)),
  year(2020, '第7期（令和2年度）', nine([300, 500, 700], 2_000_000, 3_000_000)),
  year(2019, '第7期（令和元年度）', nine([375, 625, 725], 2_000_000, 3_000_000)),
  year(2018, '第7期（平成30年度）', nine([450], 2_000_000, 3_000_000)),
  year(2017, '第6期（平成29年度）', nine([450], 1_900_000, 2_900_000)),
  year(2015, '第6期の初年度', nine([450], 1_900_000, 2_900_000)),
  year(2027, '第10期は仮置き', thirteen),
  year(2029, '第10期の終わりの年度', thirteen),
  {
    title: '第11期の区分は、仮の値もない',
    on: '2026-04-01',
    input: { fiscalYear: 2030 },
    refused: { code: 'no-value-in-force', path: '' },
  },
  {
    title: '第5期までは登録していない',
    on: '2026-04-01',
    input: { fiscalYear: 2014 },
    refused: { code: 'no-value-in-force', path: '' },
  },
]
