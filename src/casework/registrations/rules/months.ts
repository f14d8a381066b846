import { addDays, daysInMonth, fromIso, type IsoDate, toIso } from '../../../platform/calendar/index.ts'

/**
 * Last day of a period of whole months that begins on a day: the eve of the corresponding day, or the last day of the
 * month where there is no corresponding day. 2025-05-08 and 24 months: 2027-05-07; 2025-08-31 and 6: 2026-02-28.
 * @param months whole, 1 or more
 * @throws RangeError when months is not a positive whole number
 * @source 民法第143条第2項; counted as in DEM-02 of our rule sheet
 */
export function lastDayOfMonths(from: IsoDate, months: number): IsoDate {
  if (!Number.isInteger(months) || months < 1)
    throw new RangeError(`months must be a positive whole number, got ${months}`)
  const start = fromIso(from)
  const counted = start.year * 12 + (start.month - 1) + months
  const [year, month] = [Math.floor(counted / 12), (counted % 12) + 1]
  const length = daysInMonth(year, month)
  if (start.day > length) return toIso({ year, month, day: length })
  return addDays(toIso({ year, month, day: start.day }), -1)
}
