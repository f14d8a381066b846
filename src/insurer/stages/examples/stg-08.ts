import type { RuleCase } from '../../../platform/computation/index.ts'
import type { BalancedBorders, IncomeBand } from '../rules/balanced-borders.ts'

interface Asked {
  bands: IncomeBand[]
}
const bandsOf = (persons: readonly number[], widthYen = 100_000) =>
  persons.map((count, i) => ({ fromYen: i * widthYen, persons: count }))
const times = (count: number, persons: number) => Array<number>(count).fill(persons)

const found = (
  title: string,
  bands: IncomeBand[],
  seventhEndsYen: number,
  eighthEndsYen: number,
  personsByStage: BalancedBorders['personsByStage'],
): RuleCase<Asked> => ({
  title,
  on: '2026-04-01',
  input: { bands },
  value: { seventhEndsYen, eighthEndsYen, personsByStage },
})
const refused = (title: string, bands: IncomeBand[]): RuleCase<Asked> => ({
  title,
  on: '2026-04-01',
  input: { bands },
  refused: { code: 'bands-too-few', path: 'bands' },
})

export const stg08Cases: readonly RuleCase<Asked>[] = [
  found(
    '人数がちょうど等しくなる境（架空の人数）',
    bandsOf([...times(12, 50), ...times(10, 60), ...times(10, 20)]),
    2_200_000,
    2_700_000,
    [600, 600, 100, 100],
  ),
  // 1,200,000 yen and above: 40, 40, 40 …: 100 lies between two bands (80) and three (120), equally far
  found(
    '同じ差なら低い方の境',
    bandsOf([100, 40, 40, 40, 40, 40], 1_200_000),
    3_600_000,
    4_800_000,
    [100, 80, 40, 80],
  ),
  found('候補が一組だけ', bandsOf([1, 2, 3, 4], 1_200_000), 2_400_000, 3_600_000, [1, 2, 3, 4]),
  found(
    '上の人がいなくても境は一つ下がらない',
    bandsOf([10, 10, 0, 0], 1_200_000),
    2_400_000,
    3_600_000,
    [10, 10, 0, 0],
  ),
  refused('120万円の区切りがない', bandsOf([1, 2, 3, 4, 5], 500_000)),
  refused('120万円の上の区切りが一つ', bandsOf([1, 2, 3], 1_200_000)),
  refused('0円から始まらない', bandsOf([1, 2, 3, 4, 5], 600_000).slice(1)),
  refused('並びが上がらない', [...bandsOf([1, 2, 3, 4], 1_200_000), { fromYen: 3_600_000, persons: 1 }]),
]
