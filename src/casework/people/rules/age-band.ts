import { addDays, fromIso, toIso } from '../../../platform/calendar/index.ts'

/** The same day `years` earlier; 29 February becomes 28 February in a common year. */
function yearsBefore(day: string, years: number): string {
  const { year, month, day: d } = fromIso(day)
  const isLeapDay = month === 2 && d === 29
  const target = year - years
  const isLeap = (target % 4 === 0 && target % 100 !== 0) || target % 400 === 0
  return toIso({ year: target, month, day: isLeapDay && !isLeap ? 28 : d })
}

/**
 * Birth dates of people who on a day are `from` to `to` years old (満年齢, both included), as `ageYears` counts.
 * @returns ISO days, both included; undefined: open
 */
export function bornBetween(
  today: string,
  from: number | undefined,
  to: number | undefined,
): { from: string | undefined; to: string | undefined } {
  return {
    from: to === undefined ? undefined : addDays(yearsBefore(today, to + 1), 1),
    to: from === undefined ? undefined : yearsBefore(today, from),
  }
}
