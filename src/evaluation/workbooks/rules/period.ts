import {
  daysInMonth,
  type FiscalYear,
  fiscalYear,
  fiscalYearEnd,
  fiscalYearOf,
  fiscalYearStart,
} from '../../../platform/calendar/index.ts'

/** Which part of a fiscal year a figure is of: `year` · `month:10` · `day:03-31`. */
export type Span = string
export const SPAN = /^(year|month:(0[1-9]|1[0-2])|day:(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))$/

export interface Period {
  from: string
  to: string
}

/** The span in a fiscal year; 29 February of a year without one is the 28th. @throws RangeError for no span */
export function periodOf(year: number, span: Span): Period {
  const fiscal = fiscalYear(year)
  if (!SPAN.test(span)) throw new RangeError(`not a span: ${span}`)
  if (span === 'year') return { from: fiscalYearStart(fiscal), to: fiscalYearEnd(fiscal) }
  const [kind = '', part = ''] = span.split(':')
  const month = Number(part.slice(0, 2))
  const calendarYear = month >= 4 ? year : year + 1
  const start = `${calendarYear}-${part.slice(0, 2)}`
  const last = daysInMonth(calendarYear, month)
  if (kind === 'month') return { from: `${start}-01`, to: `${start}-${String(last).padStart(2, '0')}` }
  const day = String(Math.min(Number(part.slice(3)), last)).padStart(2, '0')
  return { from: `${start}-${day}`, to: `${start}-${day}` }
}

/** How a period is told in any year, and its fiscal year; null: no day, month or year. */
export function spanOf({ from, to }: Period): { span: Span; fiscalYear: FiscalYear } | null {
  const year = fiscalYearOf(from)
  const spans = ['year', `month:${from.slice(5, 7)}`, `day:${from.slice(5)}`]
  const span = spans.find((one) => {
    const period = periodOf(year, one)
    return period.from === from && period.to === to
  })
  return span === undefined ? null : { span, fiscalYear: year }
}

/** 年度全体 · 10月 · 3月31日 */
export function spanWords(span: Span): string {
  if (span === 'year') return '年度全体'
  const [kind, part = ''] = span.split(':')
  const [month, day] = part.split('-').map(Number)
  return kind === 'month' ? `${month}月` : `${month}月${day}日`
}

/** 報告する年度 · 前の年度 · 2年前の年度 */
export function offsetWords(offset: number): string {
  if (offset === 0) return '報告する年度'
  if (offset === -1) return '前の年度'
  if (offset === 1) return '次の年度'
  return offset < 0 ? `${-offset}年前の年度` : `${offset}年後の年度`
}
