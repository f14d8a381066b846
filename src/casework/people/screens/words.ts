import { formatDate, formatEraYear } from '../../../platform/calendar/index.ts'
import type { Sex } from '../schema.ts'
import type { SheetPerson } from '../schema-sheet.ts'

export const SEXES: { value: Sex; label: string }[] = [
  { value: 'female', label: '女' },
  { value: 'male', label: '男' },
  { value: 'other', label: 'その他' },
  { value: 'unknown', label: '不明' },
]
export const sexWord = (sex: Sex): string => SEXES.find(({ value }) => value === sex)?.label ?? '不明'

export const UNCERTAINTIES: { value: SheetPerson['birthUncertainty']; label: string }[] = [
  { value: 'known', label: '確か' },
  { value: 'day-unknown', label: '日が不明' },
  { value: 'month-unknown', label: '月日が不明' },
  { value: 'year-unknown', label: '年月日が不明' },
]

/** What is known of a birth date, and no more: an unknown day is not written. */
export function birthWord({
  birthOn,
  birthUncertainty,
}: Pick<SheetPerson, 'birthOn' | 'birthUncertainty'>): string {
  if (birthOn === null || birthUncertainty === 'year-unknown') return '不明'
  const whole = formatDate(birthOn)
  if (birthUncertainty === 'month-unknown') return `${formatEraYear(birthOn)}（月日は不明）`
  return birthUncertainty === 'day-unknown' ? `${whole.replace(/\d+日$/u, '')}（日は不明）` : whole
}

/** 「昭和16年生まれ」, the only date that a masked record or a 照会 shows. */
export const birthYearWord = (year: number | null): string =>
  year === null ? '生年は不明' : `${formatEraYear(`${year}-12-31`)}（${year}年）生まれ`

export const AGE_BANDS = [
  { value: '-64', label: '64歳以下' },
  { value: '65-74', label: '65〜74歳' },
  { value: '75-84', label: '75〜84歳' },
  { value: '85-94', label: '85〜94歳' },
  { value: '95-', label: '95歳以上' },
]

/** '75-84' in the address is ageFrom 75 and ageTo 84 of the server. Anything else is no band. */
export function ageLimits(band: string): { ageFrom?: string; ageTo?: string } {
  if (!AGE_BANDS.some(({ value }) => value === band)) return {}
  const [from, to] = band.split('-')
  return { ...(from ? { ageFrom: from } : {}), ...(to ? { ageTo: to } : {}) }
}

export function addressWord(address: SheetPerson['address']): string {
  if (address === null) return '支援措置のため伏せています'
  const { postalCode, townName, rest, building } = address
  const text = [`${townName ?? ''}${rest ?? ''}`, building].filter(Boolean).join(' ')
  return text === '' ? '登録なし' : `${postalCode ? `〒${postalCode} ` : ''}${text}`
}

/** 「あと3日」「本日」「2日超過」 */
export function daysWord(daysLeft: number): string {
  if (daysLeft === 0) return '本日'
  return daysLeft > 0 ? `あと${daysLeft}日` : `${-daysLeft}日超過`
}
