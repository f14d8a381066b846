import { questions } from '../forms/kihon-checklist/form.ts'
import { BMI_ITEM, type ItemNumber, items } from '../forms/kihon-checklist/items.ts'
import type { Answers } from './coding.ts'

/** null: unknown. Never counted as 0. */
export type Point = 0 | 1 | null
export type Points = Readonly<Record<ItemNumber, Point>>

/**
 * The points of the 25 items (CHK-01).
 * @param bmiPoint point of item 12, from `bmiItem`
 * @returns null where the answer is missing or was refused
 */
export function pointsOf(answers: Answers, bmiPoint: Point): Points {
  const points: Partial<Record<ItemNumber, Point>> = { [BMI_ITEM]: bmiPoint }
  for (const { no, scoresWhen } of questions) {
    const answer = answers[no]
    points[no] = answer === null || answer === 'declined' ? null : answer === scoresWhen ? 1 : 0
  }
  return points as Points
}

/** What is known of a count: `known` items score, `unknown` more may. The count lies between `known` and their sum. */
export interface Count {
  known: number
  unknown: number
}

/** @param numbers item numbers of the form; @throws RangeError for a number that is no item */
export function countPoints(points: Points, numbers: readonly number[]): Count {
  const count: Count = { known: 0, unknown: 0 }
  for (const no of numbers) {
    if (!isItemNumber(no)) throw new RangeError(`no such item: ${no}`)
    if (points[no] === null) count.unknown += 1
    else count.known += points[no]
  }
  return count
}

const isItemNumber = (no: number): no is ItemNumber => items.some((item) => item.no === no)
export const itemNumbers: readonly ItemNumber[] = items.map((item) => item.no)
