import { addDays, daysInMonth, formatDate, type IsoDate } from '../../../platform/calendar/index.ts'
import { CLOSING_WORKING_DAY } from './local-choices.ts'
import { isWorkingDay } from './working-days.ts'

/** A calendar month, `YYYY-MM`. Sorts as months do. */
export type Month = string

const SHAPE = /^(\d{4})-(0[1-9]|1[0-2])$/

export const isMonth = (text: string): boolean => SHAPE.test(text)

/** @throws RangeError when the text is no month */
function partsOf(month: Month): { year: number; number: number } {
  const parts = SHAPE.exec(month)
  if (!parts) throw new RangeError(`not a month: ${month}`)
  return { year: Number(parts[1]), number: Number(parts[2]) }
}

const monthOf = (months: number): Month =>
  `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`

/** The month so many months later; negative: earlier. */
export function addMonths(month: Month, count: number): Month {
  const { year, number } = partsOf(month)
  return monthOf(year * 12 + number - 1 + count)
}

export const monthOfDay = (day: IsoDate): Month => day.slice(0, 7)
export const firstDay = (month: Month): IsoDate => `${month}-01`

export function lastDay(month: Month): IsoDate {
  const { year, number } = partsOf(month)
  return `${month}-${daysInMonth(year, number)}`
}

/** Every day of the month, or up to a day of it. */
export function daysOf(month: Month, until: IsoDate = lastDay(month)): IsoDate[] {
  const days: IsoDate[] = []
  for (let day = firstDay(month); day <= until; day = addDays(day, 1)) days.push(day)
  return days
}

/** 令和8年10月 */
export const formatMonth = (month: Month): string => formatDate(firstDay(month)).replace(/\d+日$/, '')

/** The day until which the centre confirms the report: a working day of the month after (local choice). */
export function closingDue(month: Month): IsoDate {
  let day = addDays(lastDay(month), 1)
  for (let left = CLOSING_WORKING_DAY; ; day = addDays(day, 1)) {
    if (isWorkingDay(day)) left--
    if (left === 0) return day
  }
}

/** The months of 年度, April first, not beyond `last`. @param year of its April */
export function monthsOfFiscalYear(year: number, last: Month): Month[] {
  return Array.from({ length: 12 }, (_, n) => addMonths(`${year}-04`, n)).filter((month) => month <= last)
}
