import { frailtyCutPoints } from '../../law/casework/frailty-cut-points.ts'
import { jChsLimits } from '../../law/casework/j-chs-limits.ts'
import { kihonBmiLimitTenths } from '../../law/casework/kihon-bmi.ts'
import { kihonCriteria } from '../../law/casework/kihon-criteria.ts'
import { plausibleBody } from '../../law/casework/measured-body.ts'
import { inForce } from '../../law/in-force.ts'
import { questions } from './forms/kihon-checklist/form.ts'
import type { ItemNumber, QuestionNumber } from './forms/kihon-checklist/items.ts'
import type { Cells } from './rules/coding.ts'
import { itemNumbers, type Point, type Points } from './rules/points.ts'

/** The day of the answers of every example. */
export const ANSWERED_ON = '2025-05-08'

/** The parameters in force on that day. */
export const parameters = {
  criteria: inForce(kihonCriteria, ANSWERED_ON),
  bmi: {
    limitTenths: inForce(kihonBmiLimitTenths, ANSWERED_ON),
    plausible: inForce(plausibleBody, ANSWERED_ON),
  },
  frailty: inForce(frailtyCutPoints, ANSWERED_ON),
  jChs: inForce(jChsLimits, ANSWERED_ON),
}

/** Points where `scored` items have 1, `missing` ones are unknown and all others 0. */
export function pointsWith(scored: readonly number[], missing: readonly number[] = []): Points {
  const point = (no: number): Point => (missing.includes(no) ? null : scored.includes(no) ? 1 : 0)
  return Object.fromEntries(itemNumbers.map((no) => [no, point(no)])) as Record<ItemNumber, Point>
}

/** Cells of the 24 questions where those in `ones` hold 1 and all others 0. */
export function cellsWith(ones: readonly number[]): Cells {
  return Object.fromEntries(questions.map(({ no }) => [no, ones.includes(no) ? 1 : 0])) as Record<
    QuestionNumber,
    number
  >
}

/** first to last, both included */
export const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i)
