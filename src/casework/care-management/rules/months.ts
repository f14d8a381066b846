import { daysInMonth } from '../../../platform/calendar/index.ts'

/** A calendar month, 'YYYY-MM'. */
export type Month = string

const pattern = /^\d{4}-(0[1-9]|1[0-2])$/
export const isMonth = (text: string): boolean => pattern.test(text)

const partsOf = (month: Month) => month.split('-').map(Number) as [year: number, month: number]
const digits = (number: number, many: number) => String(number).padStart(many, '0')

/** Months since year 0: for counting only. @throws RangeError when it is no month */
export function monthNumber(month: Month): number {
  if (!isMonth(month)) throw new RangeError(`not a month: ${month}`)
  const [year, number] = partsOf(month)
  return year * 12 + number - 1
}

export const monthOfNumber = (number: number): Month =>
  `${digits(Math.floor(number / 12), 4)}-${digits((number % 12) + 1, 2)}` // number: digits of a year

export const addMonths = (month: Month, months: number): Month => monthOfNumber(monthNumber(month) + months)
export const monthOf = (day: string): Month => day.slice(0, 'YYYY-MM'.length)
export const firstDayOf = (month: Month): string => `${month}-01`

/** Last day of the month, 'YYYY-MM-DD'. */
export const lastDayOf = (month: Month): string => `${month}-${daysInMonth(...partsOf(month))}`
