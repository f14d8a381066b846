import type { Criterion, CriterionKey } from '../../../law/casework/kihon-criteria.ts'
import type { DatedEntry } from '../../../law/types.ts'
import { type Explained, explained, type Step } from '../../../platform/explanation/index.ts'
import { CRITERION_RESULTS, type CriterionResult, labelOf } from '../codes.ts'
import { type Count, countPoints, type Points } from './points.ts'

export interface CountedCriterion extends Count {
  key: CriterionKey
  label: string
  wording: string
  atLeast: number
  result: CriterionResult
}

/**
 * The seven counts and whether each criterion is met (CHK-03). They are independent of each other.
 * @param points   of the 25 items; null is unknown
 * @param criteria entry in force on the day of the answers
 * @returns the criteria in the order of 様式第二
 * @source 平成27年厚生労働省告示第197号 様式第二; the third value (判定できない) is our decision
 */
export function countCriteria(
  points: Points,
  criteria: DatedEntry<readonly Criterion[]>,
): Explained<CountedCriterion[]> {
  const counted = criteria.value.map(({ key, label, wording, items, atLeast }) => {
    const count = countPoints(points, items)
    return { key, label, wording, atLeast, ...count, result: resultOf(count, atLeast) }
  })
  const steps = counted.map(
    (one): Step => ({
      label: one.label,
      formula: `${one.wording}: 該当の数が${one.atLeast}以上なら該当、不明を足しても届かなければ該当しない`,
      inputs: { 該当: one.known, 不明: one.unknown },
      value: labelOf(CRITERION_RESULTS, one.result),
      source: criteria.source,
      confidence: criteria.confidence,
    }),
  )
  return explained(counted, steps)
}

/** met if the known points suffice; notMet if even all unknown ones would not; otherwise undetermined. */
export function resultOf({ known, unknown }: Count, atLeast: number): CriterionResult {
  if (known >= atLeast) return 'met'
  return known + unknown < atLeast ? 'notMet' : 'undetermined'
}
