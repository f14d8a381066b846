import { addDays, dayOfWeek, fromIso, type IsoDate, toIso } from '../platform/calendar/index.ts'

/**
 * Days on which offices are closed, for the sample only: 国民の祝日 as they stand since 2022, without the moved days of
 * single years, and 29 December to 3 January. Deadlines of real cases must not use this.
 */
export function isOfficeDay(day: IsoDate): boolean {
  const weekday = dayOfWeek(day)
  return weekday !== 0 && weekday !== 6 && !isHoliday(day)
}

const fixed = new Set([
  '01-01',
  '02-11',
  '02-23',
  '04-29',
  '05-03',
  '05-04',
  '05-05',
  '08-11',
  '11-03',
  '11-23',
])
const closed = new Set(['12-29', '12-30', '12-31', '01-02', '01-03'])
/** Happy Mondays: month → which Monday. */
const mondays: Record<number, number> = { 1: 2, 7: 3, 9: 3, 10: 2 }

/** A 国民の祝日 by its own rule, before substitutes. */
function isNamedHoliday(day: IsoDate): boolean {
  if (fixed.has(day.slice(5))) return true
  const { year, month, day: date } = fromIso(day)
  if (dayOfWeek(day) === 1 && Math.ceil(date / 7) === mondays[month]) return true
  return (
    (month === 3 && date === equinox(year, 20_843_100)) || (month === 9 && date === equinox(year, 23_248_800))
  )
}

/** Day of the month of an equinox, 1980 to 2099, by the usual approximation, in millionths of a day. */
function equinox(year: number, baseMillionths: number): number {
  const passed = year - 1980
  return Math.floor((baseMillionths + 242_194 * passed) / 1_000_000) - Math.floor(passed / 4)
}

export function isHoliday(day: IsoDate): boolean {
  if (closed.has(day.slice(5)) || isNamedHoliday(day)) return true
  const before = addDays(day, -1)
  if (isNamedHoliday(before) && isNamedHoliday(addDays(day, 1))) return true // 国民の休日
  for (let earlier = before; isNamedHoliday(earlier); earlier = addDays(earlier, -1)) {
    if (dayOfWeek(earlier) === 0) return true // 振替休日
  }
  return false
}

/** The first office day on or after a day. */
export function officeDayFrom(day: IsoDate): IsoDate {
  let result = day
  while (!isOfficeDay(result)) result = addDays(result, 1)
  return result
}

/** The same day of another year; 29 February becomes 28 February where there is none. */
export function inYear(day: IsoDate, year: number): IsoDate {
  const { month, day: date } = fromIso(day)
  const isLeapDay = month === 2 && date === 29
  return toIso({ year, month, day: isLeapDay ? 28 : date })
}
