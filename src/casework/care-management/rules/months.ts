/** A calendar month, 'YYYY-MM'. */
export type Month = string

const pattern = /^\d{4}-(0[1-9]|1[0-2])$/
export const isMonth = (text: string): boolean => pattern.test(text)

/** Months since year 0: for counting only. @throws RangeError when it is no month */
export function monthNumber(month: Month): number {
  if (!isMonth(month)) throw new RangeError(`not a month: ${month}`)
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
}

export const monthOfNumber = (number: number): Month =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`

export const addMonths = (month: Month, months: number): Month => monthOfNumber(monthNumber(month) + months)
export const monthOf = (day: string): Month => day.slice(0, 7)
export const firstDayOf = (month: Month): string => `${month}-01`

/** Last day of the month, 'YYYY-MM-DD'. */
export function lastDayOf(month: Month): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = number === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(number) ? 30 : 31
  return `${month}-${days}`
}
