import { fromIso, type IsoDate, toIso } from './civil.ts'
import { formatEraYear } from './era.ts'

/** 年度: 1 April to 31 March, named by the year of its April. Not a calendar year: made only by the functions here. */
export type FiscalYear = number & { readonly isFiscalYear: true }

/** @throws RangeError unless a whole year from 1868 to 9998 */
export function fiscalYear(year: number): FiscalYear {
  if (!Number.isInteger(year) || year < 1868 || year > 9998)
    throw new RangeError(`not a fiscal year: ${year}`)
  return year as FiscalYear
}

/** The fiscal year a day belongs to: 2026-03-31 is 2025年度. */
export function fiscalYearOf(iso: IsoDate): FiscalYear {
  const { year, month } = fromIso(iso)
  return fiscalYear(month >= 4 ? year : year - 1)
}

export function fiscalYearStart(year: FiscalYear): IsoDate {
  return toIso({ year, month: 4, day: 1 })
}

export function fiscalYearEnd(year: FiscalYear): IsoDate {
  return toIso({ year: year + 1, month: 3, day: 31 })
}

/**
 * 令和8年度. Named by the era of its 1 April; 2019 alone is 令和元年度 as a whole.
 * @source 新元号への円滑な移行に向けた関係省庁連絡会議申合せ（平成31年4月2日）
 */
export function formatFiscalYear(year: FiscalYear): string {
  return year === 2019 ? '令和元年度' : `${formatEraYear(fiscalYearStart(year))}度`
}
