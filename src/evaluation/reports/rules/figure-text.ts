import type { Figure, Measure, Missing } from './measures.ts'

export const MISSING_WORDS: Readonly<Record<Missing, string>> = {
  'not-recorded': '時間の記録なし',
  'people-unknown': '人ごとの記録なし',
  'nothing-counted': '対象なし',
  'other-unit': 'この単位では数えない',
  'no-residents': '65歳以上の住民なし',
  'no-register': '住民の登録なし',
}

/** Stands where there is no figure, with its reason beside it or as its title; never 0. */
export const NO_FIGURE = '—'

/** 1,234 or 12.3; — without a value. The same letters on screen and on paper. */
export function figureText(
  { value }: Pick<Figure, 'value'>,
  { decimals }: Pick<Measure, 'decimals'>,
): string {
  if (value === null) return NO_FIGURE
  if (decimals === 0) return grouped(value)
  return `${grouped(Math.floor(value / 10))}.${value % 10}`
}

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',')

/** The number that goes into a spreadsheet. */
export const figureNumber = (
  { value }: Pick<Figure, 'value'>,
  { decimals }: Pick<Measure, 'decimals'>,
): number | null => (value === null ? null : decimals === 0 ? value : value / 10)

/** ＋3, −2 and 同じ: what a present figure has more or less than another. Null when either is missing. */
export function differenceText(
  present: Pick<Figure, 'value'>,
  other: Pick<Figure, 'value'>,
  measure: Pick<Measure, 'decimals'>,
): string | null {
  if (present.value === null || other.value === null) return null
  const more = present.value - other.value
  if (more === 0) return '同じ'
  return `${more > 0 ? '＋' : '−'}${figureText({ value: Math.abs(more) }, measure)}`
}
