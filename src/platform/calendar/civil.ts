/**
 * Civil dates of the proleptic Gregorian calendar by integer arithmetic. `IsoDate` strings sort as dates do.
 * No time zone enters: a date is the day on the wall in Asia/Tokyo.
 */

/** `YYYY-MM-DD`, years 0001 to 9999, always a day that exists. */
export type IsoDate = string

export interface CivilDate {
  year: number
  month: number
  day: number
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Days of a month, 1 to 12; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0)
}

export function isCivilDate({ year, month, day }: CivilDate): boolean {
  return (
    Number.isInteger(year) &&
    year >= 1 &&
    year <= 9999 &&
    Number.isInteger(day) &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  )
}

/** @throws RangeError when the day does not exist */
export function toIso(date: CivilDate): IsoDate {
  if (!isCivilDate(date)) throw new RangeError(`not a day: ${date.year}-${date.month}-${date.day}`)
  const pad = (n: number, length: number) => String(n).padStart(length, '0')
  return `${pad(date.year, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}`
}

/** @throws RangeError when the text is not an existing day as `YYYY-MM-DD` */
export function fromIso(iso: IsoDate): CivilDate {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  const date = { year: Number(parts?.[1]), month: Number(parts?.[2]), day: Number(parts?.[3]) }
  if (!parts || !isCivilDate(date)) throw new RangeError(`not an ISO date: ${iso}`)
  return date
}

export function isIsoDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return !!parts && isCivilDate({ year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) })
}

/** Days since 1970-01-01. March begins the counted year, so that the leap day comes last. */
export function toDayNumber(iso: IsoDate): number {
  const { year, month, day } = fromIso(iso)
  const y = month > 2 ? year : year - 1
  const monthFromMarch = (month + 9) % 12
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719468
}

/** Inverse of `toDayNumber`. @throws RangeError outside the years 1 to 9999 */
export function fromDayNumber(dayNumber: number): IsoDate {
  const shifted = dayNumber + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  return toIso({ year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day })
}

export function addDays(iso: IsoDate, days: number): IsoDate {
  return fromDayNumber(toDayNumber(iso) + days)
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return toDayNumber(to) - toDayNumber(from)
}

/** 日=0 … 土=6 */
export function dayOfWeek(iso: IsoDate): number {
  return (((toDayNumber(iso) + 4) % 7) + 7) % 7
}
