import { type RuleProblem, RuleRefusal } from '../../../platform/computation/index.ts'
import { product, type Ratio } from '../../../platform/exact/index.ts'
import type { StageRow } from './stage-table.ts'

export interface Heads {
  stage: number
  persons: number
}

export interface ReductionCost {
  /** of all that the rows take off */
  whole: Ratio
  /** of the part that nation and prefecture share */
  shared: Ratio
}

/**
 * What the public reduction of the premiums costs before any rounding, as thousandths of a yen over 1000.
 * @param rows with no reduction upwards
 * @param widest how far the nation reduces a stage, in ‰
 * @throws RuleRefusal naming every row whose stage is not reduced, not there or given twice
 */
export function reductionCost(
  baseAnnualYen: number,
  heads: readonly Heads[],
  rows: readonly StageRow[],
  widest: (stage: number) => number,
): ReductionCost {
  const problems: RuleProblem[] = []
  const seen = new Set<number>()
  let whole = 0n
  let shared = 0n
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
    else {
      const width = row.ratioPerMille - reduced
      whole += BigInt(product(persons, baseAnnualYen, width))
      shared += BigInt(product(persons, baseAnnualYen, Math.min(width, widest(stage))))
    }
    seen.add(stage)
  })
  if (problems.length > 0) throw new RuleRefusal(problems)
  return { whole: { over: whole, under: 1000 }, shared: { over: shared, under: 1000 } }
}
