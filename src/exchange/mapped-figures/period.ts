import {
  addDays,
  daysInMonth,
  fiscalYear,
  fiscalYearEnd,
  fiscalYearStart,
  type IsoDate,
  parseDate,
  parseYear,
  toIso,
} from '../../platform/calendar/index.ts'
import type { FixedPeriod } from './mapping.ts'

/** First and last day; a count at a point in time has the same day twice. */
export interface Period {
  from: IsoDate
  to: IsoDate
}
export type PeriodRead = { period: Period } | { reason: string; remedy: string }

/** 令和8年2月サービス提供分まで, R8/2月まで: a part of a year must not pass for the year. */
const PART = /まで|途中|見込/u
const WRITE = '「令和5年度」「2023年度」「令和5年10月」「2023-10-01」のように書いてください。'

/**
 * A period as tables head it: 令和5年度, R5年度, 2023年度, 平成30年度末, 令和2年3月末 (with a line break in it), 令和5年10月, a day.
 * @param bareYear what 2010 or 令和5年 without 年度 means
 */
export function readPeriod(cell: string, bareYear: 'fiscal-year' | 'calendar-year'): PeriodRead {
  const written = cell.normalize('NFKC').replace(/\s+/gu, '')
  if (written === '') return { reason: 'いつの数かが書かれていません。', remedy: WRITE }
  if (PART.test(written))
    return {
      reason: '年の途中までの数（または見込み）です。一年の数としては読めません。',
      remedy: 'この列を除くか、年度が終わってからの表を選んでください。',
    }
  const text = written.replace(/\([^()]*\)$/u, '')
  const period = fiscal(text) ?? month(text) ?? bare(text, bareYear) ?? day(text)
  return period ? { period } : { reason: `「${cell.trim()}」が、いつのことか読めません。`, remedy: WRITE }
}

export const fixedPeriod = (period: FixedPeriod): Period =>
  period.kind === 'day' ? { from: period.day as IsoDate, to: period.day as IsoDate } : yearOf(period.year)

function yearOf(year: number): Period {
  const named = fiscalYear(year)
  return { from: fiscalYearStart(named), to: fiscalYearEnd(named) }
}

const yearNumber = (text: string): number | undefined => {
  const read = parseYear(/\d{4}|年$/u.test(text) ? text : `${text}年`)
  return read.ok && read.year >= 1868 && read.year <= 9998 ? read.year : undefined
}

function fiscal(text: string): Period | undefined {
  const [, year, end] = /^(.+?)年度(末)?$/u.exec(text) ?? []
  const named = year === undefined ? undefined : yearNumber(year)
  if (named === undefined) return undefined
  const whole = yearOf(named)
  return end ? { from: whole.to, to: whole.to } : whole
}

function month(text: string): Period | undefined {
  const [, year, number, end] = /^(.+?)年(\d{1,2})月(末)?(?:現在)?$/u.exec(text) ?? []
  const named = year === undefined ? undefined : yearNumber(year)
  const nth = Number(number)
  if (named === undefined || nth < 1 || nth > 12) return undefined
  const from = toIso({ year: named, month: nth, day: 1 })
  const to = addDays(from, daysInMonth(named, nth) - 1)
  return end ? { from: to, to } : { from, to }
}

function bare(text: string, means: 'fiscal-year' | 'calendar-year'): Period | undefined {
  if (!/^(?:\d{4}|[A-Za-z]{1,2}(?:\d{1,2}|元)|[明大昭平令].{0,2}(?:\d{1,2}|元))年?$/u.test(text))
    return undefined
  const named = yearNumber(text)
  if (named === undefined) return undefined
  if (means === 'fiscal-year') return yearOf(named)
  return { from: toIso({ year: named, month: 1, day: 1 }), to: toIso({ year: named, month: 12, day: 31 }) }
}

function day(text: string): Period | undefined {
  const read = parseDate(text.replace(/(?:現在|時点)$/u, '').replace(/T?0{1,2}:00(?::00)?$/u, ''))
  return read.ok ? { from: read.date, to: read.date } : undefined
}
