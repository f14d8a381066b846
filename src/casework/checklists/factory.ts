import { randomUUIDv7 } from 'node:crypto'
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

/** A sheet as the browser sends it: nothing scores, and item 12 is measured (BMI 19.5); every call makes a new id. */
export function aChecklist(personId: string, more: Record<string, unknown> = {}) {
  return {
    id: randomUUIDv7(),
    personId,
    coding: 'paperNumber' as const,
    answeredOn: '2026-11-20',
    cells: cellsWith([]),
    height: '160.0',
    weight: '50.0',
    method: 'interview' as const,
    respondent: 'self' as const,
    ...more,
  }
}

/** As written on the paper: `scored` items hold a 1, `missing` ones are blank; item 12 by height and weight. */
export function scoredCells(scored: readonly number[], missing: readonly number[] = []) {
  const cells = Object.fromEntries(
    questions.map(({ no }) => [no, missing.includes(no) ? '' : scored.includes(no) ? '1' : '0']),
  )
  return { cells, height: missing.includes(12) ? '' : '160.0', weight: scored.includes(12) ? '47.3' : '50.0' }
}
