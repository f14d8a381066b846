import type { Dasc21 } from '../../../law/casework/dementia-scales.ts'

/** Of a total at or over the cut-off: more than mild where one of some items is high; null while one of them is missing. */
export function severityHint(
  points: readonly (number | null)[],
  { severeItems, severePoints }: Dasc21,
): 'mild' | 'moderate-or-more' | null {
  const decisive = severeItems.map((number) => points[number - 1] ?? null)
  if (decisive.some((one) => one !== null && one >= severePoints)) return 'moderate-or-more'
  return decisive.includes(null) ? null : 'mild'
}
