import { type RuleProblem, RuleRefusal } from '../../../platform/computation/index.ts'
import { product, type Ratio } from '../../../platform/exact/index.ts'
import type { StageRow } from './stage-table.ts'

export interface Heads {
  stage: number
  persons: number
}

/**
 * What the public reduction of the premiums costs before any rounding, as thousandths of a yen over 1000.
 * @throws RuleRefusal naming every row whose stage is not reduced, not there or given twice
 */
export function reductionCost(
  baseAnnualYen: number,
  heads: readonly Heads[],
  rows: readonly StageRow[],
): Ratio {
  const problems: RuleProblem[] = []
  const seen = new Set<number>()
  let over = 0n
  heads.forEach(({ stage, persons }, index) => {
    const row = rows.find((one) => one.stage === stage)
    const reduced = row?.reducedRatioPerMille ?? null
    const path = `heads.${index}.stage`
    if (seen.has(stage))
      problems.push({
        path,
        code: 'twice',
        message: `段階別の人数: 第${stage}段階が2度あります。1行にまとめてください。`,
      })
    else if (row === undefined || reduced === null)
      problems.push({
        path,
        code: 'not-reduced',
        message: `段階別の人数: 第${stage}段階には軽減がありません。軽減のある段階だけを入力してください。`,
      })
    else over += BigInt(product(persons, baseAnnualYen, row.ratioPerMille - reduced))
    seen.add(stage)
  })
  if (problems.length > 0) throw new RuleRefusal(problems)
  return { over, under: 1000 }
}
