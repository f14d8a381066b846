import {
  ageYears,
  type DateLimits,
  dayOfWeek,
  formatDate,
  type IsoDate,
  parseDate,
} from '../../platform/calendar/index.ts'

const weekdays = ['日', '月', '火', '水', '木', '金', '土']

/** What stands under the field: 「昭和15年3月4日（月） 1940-03-04」, with the age when it is asked for. */
export function interpretation(date: IsoDate, ageOnDay?: IsoDate): string {
  const weekday = weekdays[dayOfWeek(date)] ?? ''
  const age = ageOnDay !== undefined && ageOnDay >= date ? ` 満${ageYears(date, ageOnDay)}歳` : ''
  return `${formatDate(date)}（${weekday}） ${date}${age}`
}

export type DateReading =
  | { state: 'blank' }
  | { state: 'date'; date: IsoDate }
  | { state: 'refused'; message: string; suggestion: string | null }

/** Reads the field. Blank is no error by itself: whether it may be blank is the form's matter. */
export function readDateField(typed: string, limits: DateLimits = {}): DateReading {
  const result = parseDate(typed, limits)
  if (result.ok) return { state: 'date', date: result.date }
  if (result.code === 'blank') return { state: 'blank' }
  return { state: 'refused', message: result.message, suggestion: result.suggestion ?? null }
}
