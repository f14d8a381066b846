import { formatDate } from '../../../platform/calendar/index.ts'
import { dayInJapan, timeInJapan } from '../../../ui/clock/clock.ts'
import { type Code, DOMAIN_LABELS } from '../codes.ts'

/** The label of a stored code; one that the list does not know shows as it is, so that nothing is hidden. */
export const wordOf = (list: readonly Code[], code: string | null): string =>
  code === null ? '記録なし' : (list.find((one) => one.code === code)?.label ?? code)

export const instantWord = (instant: string): string =>
  `${formatDate(dayInJapan(instant), 'short')} ${timeInJapan(instant)}`

/** Short names of the criteria, for rows of a table. */
export const CRITERION_SHORT: Readonly<Record<string, string>> = {
  overall: '複数項目',
  motor: '運動機能',
  nutrition: '低栄養',
  oral: '口腔機能',
  seclusion: '閉じこもり',
  cognition: '認知機能',
  depression: 'うつ',
}
export const criteriaWord = (keys: readonly string[]): string =>
  keys.map((key) => CRITERION_SHORT[key] ?? key).join('、')

export const domainWord = (domain: string): string =>
  Object.entries(DOMAIN_LABELS).find(([key]) => key === domain)?.[1] ?? domain

/** 10, or 10～13 where answers are missing */
export const totalWord = ({ known, unknown }: { known: number; unknown: number }): string =>
  unknown === 0 ? String(known) : `${known}～${known + unknown}`

/** A point, or that it is not known; never a dash for zero. */
export const pointWord = (point: 0 | 1 | null): string => (point === null ? '不明' : String(point))
