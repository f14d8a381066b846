import type { Scale } from '../../../law/casework/dementia-scales.ts'
import { type RuleProblem, RuleRefusal } from '../../../platform/computation/index.ts'

export interface ScaleTotal {
  /** null while an item is missing */
  total: number | null
  /** with every missing item at its least, at its most */
  min: number
  max: number
  missing: number
}

/** Sum of the points of a scale; what is missing becomes a range and is never filled in. */
export function scaleTotal(
  points: readonly (number | null)[],
  { leastPoints, mostPoints }: Scale,
): ScaleTotal {
  const missing = points.filter((one) => one === null).length
  const sum = points.reduce<number>((all, one) => all + (one ?? 0), 0)
  return {
    total: missing === 0 ? sum : null,
    min: sum + missing * leastPoints,
    max: sum + missing * mostPoints,
    missing,
  }
}

/** At or over a cut-off, below it, or open while missing items could go either way. */
export function against(
  { min, max }: ScaleTotal,
  cutPoints: number,
): 'at-or-over' | 'below' | 'undetermined' {
  if (min >= cutPoints) return 'at-or-over'
  return max < cutPoints ? 'below' : 'undetermined'
}

export const AGAINST = {
  'at-or-over': '区切り以上',
  below: '区切り未満',
  undetermined: '判定できない',
} as const

/** What is wrong with a list of points: their number, or points that the scale does not know. */
export function scaleProblems(
  points: readonly (number | null)[],
  { items, leastPoints, mostPoints }: Scale,
  path: string,
): RuleProblem[] {
  if (points.length !== items)
    return [
      {
        path,
        code: 'wrong-number-of-items',
        message: `${items}項目を順に並べてください（いまは${points.length}項目）。聞いていない項目は空（null）にします。`,
      },
    ]
  return points.flatMap((one, at) =>
    one === null || (one >= leastPoints && one <= mostPoints)
      ? []
      : [
          {
            path: `${path}.${at}`,
            code: 'points-outside-scale',
            message: `項目${at + 1}: ${leastPoints}点から${mostPoints}点までで入力してください（いまは${one}点）。`,
          },
        ],
  )
}

/** @throws RuleRefusal with every item that is wrong */
export function refuseOutsideScale(problems: readonly RuleProblem[]): void {
  if (problems.length > 0) throw new RuleRefusal(problems)
}
