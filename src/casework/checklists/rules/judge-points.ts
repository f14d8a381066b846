import type { Criterion, CriterionKey } from '../../../law/casework/kihon-criteria.ts'
import type { InsuredType, Judgement } from '../codes.ts'
import type { Point } from './points.ts'

export interface JudgedPoints {
  judgement: Judgement
  met: CriterionKey[]
  undetermined: CriterionKey[]
}

/**
 * CHK-03 and CHK-04 in one pass and without words, for many sheets at once: the same results as `countCriteria` and `judge`.
 * @param points of items 1 to 25, item 1 first; null is unknown
 */
export function judgePoints(
  points: readonly Point[],
  criteria: readonly Criterion[],
  insuredType: InsuredType | null,
): JudgedPoints {
  const met: CriterionKey[] = []
  const undetermined: CriterionKey[] = []
  for (const { key, items, atLeast } of criteria) {
    let known = 0
    let unknown = 0
    for (const no of items) {
      const point = points[no - 1]
      if (point === null) unknown += 1
      else if (point === 1) known += 1
    }
    if (known >= atLeast) met.push(key)
    else if (known + unknown >= atLeast) undetermined.push(key)
  }
  return { judgement: judgementOf(insuredType, met.length, undetermined.length), met, undetermined }
}

function judgementOf(insuredType: InsuredType | null, met: number, undetermined: number): Judgement {
  if (insuredType === null) return 'undetermined'
  if (insuredType !== 'category1Insured') return 'notApplicable'
  if (met > 0) return 'target'
  return undetermined > 0 ? 'undetermined' : 'notTarget'
}
