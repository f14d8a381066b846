import { addDays, dayOfWeek, fromIso, type IsoDate } from '../../../platform/calendar/index.ts'
import { OFFICE_CLOSES, OFFICE_OPENS } from './local-choices.ts'

/** Holidays on one day of every year since 2022, 月日. @source 国民の祝日に関する法律 第2条 */
const FIXED = new Set('01-01 02-11 02-23 04-29 05-03 05-04 05-05 08-11 11-03 11-23'.split(' '))
/** 年末年始の閉庁日. @source 行政機関の休日に関する法律 第1条; 条例 of most municipalities says the same */
const YEAR_END = new Set('12-29 12-30 12-31 01-02 01-03'.split(' '))
/** month → which Monday: 成人の日, 海の日, 敬老の日, スポーツの日 */
const MONDAYS: Readonly<Record<number, number>> = { 1: 2, 7: 3, 9: 3, 10: 2 }

/** 春分の日・秋分の日 1980–2099 by the usual reckoning, in millionths of a day; the day itself is announced each February. */
const EQUINOX: Readonly<Record<number, number>> = { 3: 20_843_100, 9: 23_248_800 }

function isNamed(day: IsoDate): boolean {
  if (FIXED.has(day.slice(5))) return true
  const { year, month, day: date } = fromIso(day)
  if (dayOfWeek(day) === 1 && Math.ceil(date / 7) === MONDAYS[month]) return true
  const base = EQUINOX[month]
  if (base === undefined) return false
  const passed = year - 1980
  return date === Math.floor((base + 242_194 * passed) / 1_000_000) - Math.floor(passed / 4)
}

/**
 * 国民の祝日, 振替休日 and 国民の休日, as they stand since 2022. Days moved for one year only (2020, 2021) are not covered.
 * @source 国民の祝日に関する法律 第2条・第3条
 */
export function isHoliday(day: IsoDate): boolean {
  if (isNamed(day)) return true
  if (isNamed(addDays(day, -1)) && isNamed(addDays(day, 1))) return true
  for (let earlier = addDays(day, -1); isNamed(earlier); earlier = addDays(earlier, -1)) {
    if (dayOfWeek(earlier) === 0) return true
  }
  return false
}

export function isWorkingDay(day: IsoDate): boolean {
  const weekday = dayOfWeek(day)
  return weekday !== 0 && weekday !== 6 && !YEAR_END.has(day.slice(5)) && !isHoliday(day)
}

/** The working day so many working days after a day. */
export function workingDaysAfter(day: IsoDate, count: number): IsoDate {
  let result = day
  for (let left = count; left > 0; ) {
    result = addDays(result, 1)
    if (isWorkingDay(result)) left--
  }
  return result
}

/** Within 開所時間; on a day that is no working day there is none. @param minute of the day in Japan */
export const isWithinOpening = (minute: number): boolean => minute >= OFFICE_OPENS && minute < OFFICE_CLOSES
