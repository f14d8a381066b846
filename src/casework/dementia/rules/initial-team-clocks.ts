import { addDays, type IsoDate } from '../../../platform/calendar/index.ts'

/**
 * Last day of support that began on a day: the eve of the corresponding day, or the end of the month where there is none.
 * 2025-08-31 and 6 months: 2026-02-28.
 */
export function supportEndsOn(startedOn: IsoDate, months: number): IsoDate {
  const start = Temporal.PlainDate.from(startedOn)
  const corresponding = start.add({ months })
  return corresponding.day < start.day ? corresponding.toString() : addDays(corresponding.toString(), -1)
}

/** The day to look again after the hand-over: the same day so many months later, or the end of that month. */
export const checkAfterHandOver = (handedOverOn: IsoDate, months: number): IsoDate =>
  Temporal.PlainDate.from(handedOverOn).add({ months }).toString()
