import { daysInMonth, type IsoDate, isIsoDate, toIso } from './civil.ts'
import { type Era, eraOf, eras, formatDate, formatEraYear, kanjiYear, yearOfEra } from './era.ts'

/**
 * blank nothing typed · unreadable no known way of writing a date · era-missing `15/3/4` · incomplete month or day missing ·
 * not-a-date no such day · era-out-of-range the era did not run then · future later than `notAfter` · before-limit
 * earlier than `notBefore`
 */
export type DateCode =
  | 'blank'
  | 'unreadable'
  | 'era-missing'
  | 'incomplete'
  | 'not-a-date'
  | 'era-out-of-range'
  | 'future'
  | 'before-limit'

/** What could be read of an incomplete date; `year` of the Common Era. */
export interface PartialDate {
  year: number
  month?: number
}

interface DateRefusal {
  ok: false
  code: DateCode
  /** Japanese sentence: what is wrong and what to do */
  message: string
  /** what was probably meant, ready to be put into the field */
  suggestion?: string
  partial?: PartialDate
}
export type DateResult = { ok: true; date: IsoDate } | DateRefusal
export type YearResult = { ok: true; year: number } | DateRefusal

/** Inclusive limits. */
export interface DateLimits {
  notAfter?: IsoDate
  notBefore?: IsoDate
}

interface Parts {
  era?: Era
  year: number
  /** as typed: in the era when there is one */
  month?: number
  day?: number
}

const example = '「昭和15年3月4日」「S15.3.4」「1940/3/4」のように入力してください。'

/**
 * Reads a date as offices write it: S15.3.4 · 昭15/3/4 · 昭15・4・1 · 昭和15年3月4日 · R元.5.1 · S150304 · 19400304 ·
 * 1940-03-04 · 1940/3/4, in full or half width, with the weekday in brackets behind it or not. Nothing is completed.
 */
export function parseDate(text: string, limits: DateLimits = {}): DateResult {
  const parts = readParts(text)
  if ('ok' in parts) return parts
  const year = parts.era ? yearOfEra(parts.era, parts.year) : parts.year
  const { month, day } = parts
  if (parts.year < 1)
    return refuse('not-a-date', `${yearName(parts)}という年はありません。年を確かめてください。`)
  if (month === undefined || day === undefined) return incomplete(parts, year)
  if (month < 1 || month > 12)
    return refuse('not-a-date', `${month}月という月はありません。月は1から12までで入力してください。`)
  const last = daysInMonth(year, month)
  if (day < 1 || day > last) {
    return refuse(
      'not-a-date',
      `${yearName(parts)}${month}月${day}日という日はありません。この月は${last}日までです。`,
    )
  }
  if (year > 9999) return refuse('unreadable', `日付として読み取れません。${example}`)
  const date = toIso({ year, month, day })
  return (
    (parts.era && outsideEra(parts.era, parts, date)) ?? outsideLimits(date, limits) ?? { ok: true, date }
  )
}

/** Reads a year alone: R1, 令和元年, 昭和15年, 1940, 1940年. A year that only touches the era (昭和64年) is in it. */
export function parseYear(text: string): YearResult {
  const parts = readParts(text)
  if ('ok' in parts) return parts
  const year = parts.era ? yearOfEra(parts.era, parts.year) : parts.year
  if (parts.year < 1)
    return refuse('not-a-date', `${yearName(parts)}という年はありません。年を確かめてください。`)
  if (parts.month !== undefined)
    return refuse('unreadable', '年だけを「令和8年」「R8」「2026」のように入力してください。')
  return (parts.era && yearOutsideEra(parts.era, parts, year)) ?? { ok: true, year }
}

/** Width folded, white space at the edges and a weekday in brackets removed, every separator turned into a dot. */
function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/\s*\((?:[日月火水木金土](?:曜日?)?)\)$/u, '')
    .replace(/\s*([年月日])\s*/gu, '$1')
    .replace(/\s*[./\-・,、。ー−‐–—]\s*/gu, '.')
    .replace(/\s+/gu, '.')
}

function readParts(text: string): Parts | DateRefusal {
  const s = normalise(text)
  if (s === '') return refuse('blank', `日付が入力されていません。${example}`)
  const western =
    /^(\d{4})(\d{2})(\d{2})$/.exec(s) ??
    /^(\d{4})(?:[.年](?:(\d{1,2})(?:[.月](?:(\d{1,2})日?)?)?)?)?$/.exec(s)
  if (western) return toParts(undefined, western)
  const head = /^(明治|大正|昭和|平成|令和|[明大昭平令mtshr])\.?/iu.exec(s)
  if (head) return readEra(head[1] ?? '', s.slice(head[0].length))
  if (/^(\d{1,2}|元)[.年]\d{1,2}[.月]\d{1,2}日?$/u.test(s) || /^\d{6}$/.test(s)) {
    return refuse('era-missing', `元号か西暦4けたの年がないため、どの年か決められません。${example}`)
  }
  return refuse('unreadable', `日付として読み取れません。${example}`)
}

function readEra(head: string, rest: string): Parts | DateRefusal {
  const era = eras.find((e) => head === e.name || head === e.kanji || head.toUpperCase() === e.letter)
  if (rest === '') return refuse('incomplete', `年、月、日が足りません。${example}`)
  const parts =
    /^(\d{2})(\d{2})(\d{2})$/.exec(rest) ??
    /^(\d{1,3}|元)(?:[.年](?:(\d{1,2})(?:[.月](?:(\d{1,2})日?)?)?)?)?$/u.exec(rest)
  return era && parts ? toParts(era, parts) : refuse('unreadable', `日付として読み取れません。${example}`)
}

function toParts(era: Era | undefined, [, year, month, day]: RegExpExecArray): Parts {
  const number = (s: string | undefined) => (s === undefined ? undefined : Number(s))
  return { era, year: year === '元' ? 1 : Number(year), month: number(month), day: number(day) }
}

function incomplete(parts: Parts, year: number): DateRefusal {
  const wrongEra = parts.era && yearOutsideEra(parts.era, parts, year)
  if (wrongEra) return wrongEra
  const missing = parts.month === undefined ? '月と日' : '日'
  const read = `${yearName(parts)}${parts.month === undefined ? '' : `${parts.month}月`}`
  return {
    ...refuse('incomplete', `${read}の${missing}が入力されていません。${missing}まで入力してください。`),
    partial: parts.month === undefined ? { year } : { year, month: parts.month },
  }
}

function outsideEra(era: Era, parts: Parts, date: IsoDate): DateRefusal | undefined {
  if (date >= era.from && (era.to === undefined || date <= era.to)) return undefined
  const suggestion = eraOf(date) ? formatDate(date) : undefined
  const typed = `${yearName(parts)}${parts.month}月${parts.day}日`
  return {
    ...refuse('era-out-of-range', `${typed}はありません。${eraSpan(era)}${hint(suggestion)}`),
    suggestion,
  }
}

function yearOutsideEra(era: Era, parts: Parts, year: number): DateRefusal | undefined {
  if (era.to === undefined || year <= Number(era.to.slice(0, 4))) return undefined
  if (year > 9999) return refuse('unreadable', `日付として読み取れません。${example}`)
  const suggestion = formatEraYear(toIso({ year, month: 12, day: 31 }))
  return {
    ...refuse('era-out-of-range', `${yearName(parts)}はありません。${eraSpan(era)}${hint(suggestion)}`),
    suggestion,
  }
}

function eraSpan(era: Era): string {
  return era.to
    ? `${era.name}は${formatDate(era.from)}から${formatDate(era.to)}までです。`
    : `${era.name}は${formatDate(era.from)}からです。`
}

function hint(suggestion: string | undefined): string {
  return suggestion ? `${suggestion}ではありませんか。` : '元号と年を確かめてください。'
}

function outsideLimits(date: IsoDate, { notAfter, notBefore }: DateLimits): DateRefusal | undefined {
  for (const limit of [notAfter, notBefore]) {
    if (limit !== undefined && !isIsoDate(limit)) throw new RangeError(`limit is not an ISO date: ${limit}`)
  }
  if (notAfter !== undefined && date > notAfter) {
    return refuse(
      'future',
      `${formatDate(date)}は先の日付です。${formatDate(notAfter)}までの日付を入力してください。`,
    )
  }
  if (notBefore !== undefined && date < notBefore) {
    return refuse(
      'before-limit',
      `${formatDate(date)}は古すぎます。${formatDate(notBefore)}からの日付を入力してください。`,
    )
  }
  return undefined
}

function yearName({ era, year }: Parts): string {
  return era ? `${era.name}${kanjiYear(year)}年` : `${year}年`
}

function refuse(code: DateCode, message: string): DateRefusal {
  return { ok: false, code, message }
}
