/** How years in headings are compared: by their distance from the year that a form reports on, or as they stand. */
export type YearMode = 'relative' | 'fixed'
export interface Reading {
  /** fiscal year that the form reports on, by its April */
  fiscalYear: number
  years: YearMode
}

const ERAS: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  R: 2018,
  H: 1988,
  S: 1925,
}
const YEAR =
  /(令和|平成|昭和|(?<![A-Z])[RHS])\.?(元|\d{1,2})(?=年|[./-]\d|\)|$)|(?<!\d)((?:19|20)\d{2})(?=年|[./-]\d|\)|$)/g

/**
 * A heading as it is compared: width, spaces, line breaks and kinds of hyphens do not count; years count by their distance, so
 * that 令和6年度 of a form on that year is the same as ７年度 of the next.
 */
export function headerKey(text: string, reading: Reading): string {
  const folds = remembered(reading)
  const known = folds.get(text)
  if (known !== undefined) return known
  const key = foldHeading(text, reading)
  if (folds.size < MAX_REMEMBERED) folds.set(text, key)
  return key
}

/** The same few thousand headings are compared again and again; a key depends on nothing but the text and the reading. */
const keys = new Map<string, Map<string, string>>()
const MAX_REMEMBERED = 20_000
const MAX_READINGS = 8

function remembered({ fiscalYear, years }: Reading): Map<string, string> {
  const way = `${years} ${years === 'fixed' ? '' : fiscalYear}`
  const known = keys.get(way)
  if (known) return known
  if (keys.size >= MAX_READINGS) keys.clear()
  const made = new Map<string, string>()
  keys.set(way, made)
  return made
}

function foldHeading(text: string, { fiscalYear, years }: Reading): string {
  const folded = text
    .normalize('NFKC')
    .replace(/[\s\u3000\u200b\ufeff]+/g, '')
    .replace(/㋿/g, '令和')
    .replace(/[‐‑‒–—―−ー─-]/g, '-')
    .replace(/[〜～∼]/g, '~')
    .toUpperCase()
  return folded.replace(YEAR, (_, era: string | undefined, ofEra: string | undefined, western: string) => {
    const year = era === undefined ? Number(western) : (ERAS[era] ?? 0) + (ofEra === '元' ? 1 : Number(ofEra))
    if (years === 'fixed') return `{${year}}`
    return year === fiscalYear ? '{Y}' : `{Y${year > fiscalYear ? '+' : ''}${year - fiscalYear}}`
  })
}

export const hasYear = (text: string): boolean =>
  /\{\d/.test(headerKey(text, { fiscalYear: 0, years: 'fixed' }))

/** From 0, nothing in common, to 1: pairs of neighbouring letters (Dice). */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  const first = pairs(a)
  const second = pairs(b)
  if (first.length === 0 || second.length === 0) return 0
  const left = [...second]
  let common = 0
  for (const pair of first) {
    const at = left.indexOf(pair)
    if (at < 0) continue
    left.splice(at, 1)
    common++
  }
  return (2 * common) / (first.length + second.length)
}

const pairs = (text: string): string[] => {
  const letters = [...`^${text.slice(0, 200)}$`]
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)
}
