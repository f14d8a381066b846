import { fromIso, type IsoDate } from './civil.ts'

/** 元号. `to` is the last day, absent while the era runs. */
export interface Era {
  name: string
  kanji: string
  letter: string
  from: IsoDate
  to?: IsoDate
}

/** First day of each era as promulgated; before 1873 as proleptic Gregorian days. Newest first. */
export const eras: readonly Era[] = [
  { name: '令和', kanji: '令', letter: 'R', from: '2019-05-01' },
  { name: '平成', kanji: '平', letter: 'H', from: '1989-01-08', to: '2019-04-30' },
  { name: '昭和', kanji: '昭', letter: 'S', from: '1926-12-25', to: '1989-01-07' },
  { name: '大正', kanji: '大', letter: 'T', from: '1912-07-30', to: '1926-12-24' },
  { name: '明治', kanji: '明', letter: 'M', from: '1868-01-25', to: '1912-07-29' },
]

export type DateStyle = 'long' | 'short' | 'iso'

export function eraOf(iso: IsoDate): Era | undefined {
  return eras.find((era) => iso >= era.from)
}

/** The year of the Common Era in which year `n` of the era lies. */
export function yearOfEra(era: Era, n: number): number {
  return fromIso(era.from).year + n - 1
}

/**
 * long 令和8年11月22日 · short R8.11.22 · iso 2026-11-22. Days before 明治 are written in the Common Era.
 * @throws RangeError when `iso` is not an existing day
 */
export function formatDate(iso: IsoDate, style: DateStyle = 'long'): string {
  const { year, month, day } = fromIso(iso)
  if (style === 'iso') return iso
  const era = eraOf(iso)
  if (!era) return style === 'long' ? `${year}年${month}月${day}日` : `${year}.${month}.${day}`
  const n = year - fromIso(era.from).year + 1
  return style === 'long'
    ? `${era.name}${kanjiYear(n)}年${month}月${day}日`
    : `${era.letter}${n}.${month}.${day}`
}

/** The year of the era on that day: 令和8年, 令和元年. */
export function formatEraYear(iso: IsoDate): string {
  const { year } = fromIso(iso)
  const era = eraOf(iso)
  return era ? `${era.name}${kanjiYear(year - fromIso(era.from).year + 1)}年` : `${year}年`
}

/** The first year of an era is written 元. */
export function kanjiYear(n: number): string {
  return n === 1 ? '元' : String(n)
}
