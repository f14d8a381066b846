import { addDays, fromIso, type IsoDate, toIso } from './civil.ts'

/**
 * Age on screens (満年齢): the number of birthdays that have come, the birthday itself included. Born on 29 February:
 * in a common year the age rises on 1 March.
 * @returns whole years; negative before birth
 */
export function ageYears(birth: IsoDate, on: IsoDate): number {
  const b = fromIso(birth)
  const d = fromIso(on)
  const hadBirthday = d.month > b.month || (d.month === b.month && d.day >= b.day)
  return d.year - b.year - (hadBirthday ? 0 : 1)
}

/**
 * The day on which an age is attained by law: the day before the birthday, at its end. 65 on this day makes a
 * 第1号被保険者. Born on 29 February: always 28 February.
 * @param n whole years, 1 or more
 * @throws RangeError when n is not a positive whole number
 * @source 年齢計算ニ関する法律; 民法第143条第2項
 */
export function attainsAgeOn(birth: IsoDate, n: number): IsoDate {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`age must be a positive whole number, got ${n}`)
  const { year, month, day } = fromIso(birth)
  if (month === 2 && day === 29) return toIso({ year: year + n, month: 2, day: 28 })
  return addDays(toIso({ year: year + n, month, day }), -1)
}

/** Age by law on a day: the highest age attained until its end. One more than `ageYears` on the eve of a birthday. */
export function ageOn(birth: IsoDate, on: IsoDate): number {
  const years = ageYears(birth, on)
  return years >= 0 && attainsAgeOn(birth, years + 1) <= on ? years + 1 : years
}
