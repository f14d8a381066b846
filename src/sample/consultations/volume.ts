import { addDays, dayOfWeek, fromIso, type IsoDate } from '../../platform/calendar/index.ts'
import { isHoliday } from '../office-days.ts'

/** Two years, up to the day before the anchor. */
export const DAYS = 730
/** Consultations at scale 1. */
export const CONSULTATIONS = 258_000

/** ‰ of an ordinary month, January first: more in spring and autumn. Decided. */
const byMonth = [950, 960, 1050, 1100, 950, 1060, 1000, 940, 1000, 1080, 1010, 930]
/** ‰ of an ordinary office day, Sunday first; the telephone is answered on closed days too. */
const byWeekday = [25, 1150, 1050, 980, 960, 1000, 120]
const CLOSED = 25

function weightOf(day: IsoDate): number {
  const weekday = isHoliday(day) ? CLOSED : byWeekday[dayOfWeek(day)]!
  return weekday * byMonth[fromIso(day).month - 1]!
}

/** The days before the anchor with the number of consultations on each; sums to round(CONSULTATIONS × scale). */
export function volumeByDay(anchor: IsoDate, scale: number): { day: IsoDate; count: number }[] {
  const days = Array.from({ length: DAYS }, (_, at) => addDays(anchor, at - DAYS))
  const weights = days.map(weightOf)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const wanted = Math.round(CONSULTATIONS * scale)
  let seen = 0
  let given = 0
  return days.map((day, at) => {
    seen += weights[at]!
    const upTo = Math.floor((2 * seen * wanted + total) / (2 * total)) // rounded, in whole numbers
    const count = upTo - given
    given = upTo
    return { day, count }
  })
}
