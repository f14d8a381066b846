/**
 * Recognises what may be a 個人番号 (My Number) in any text, so that it is refused before it is stored or logged. About one
 * in eleven random strings of twelve digits passes the check, hence 'may be'. Results hold places, never digits.
 * @source 行政手続における特定の個人を識別するための番号の利用等に関する法律の施行に関する検査用数字の算式
 */

/** Place in the text, UTF-16 units, end exclusive. */
export interface Span {
  start: number
  end: number
}

const separator = '[ 　\\-‐‑‒–—―−－ー]'
const digit = '[0-9０-９]'
const run = new RegExp(`${digit}+(?:${separator}{1,3}${digit}+)*`, 'gu')

/** True when exactly twelve half-width digits carry the right check digit. */
export function hasIndividualNumberCheckDigit(twelve: string): boolean {
  if (!/^\d{12}$/.test(twelve)) return false
  let sum = 0
  for (let n = 1; n <= 11; n++) sum += Number(twelve[11 - n]) * (n <= 6 ? n + 1 : n - 5)
  const rest = sum % 11
  return Number(twelve[11]) === (rest <= 1 ? 0 : 11 - rest)
}

/**
 * Every place where neighbouring groups of digits, blanks and hyphens removed, make twelve digits with the right check digit.
 * A group is never cut: thirteen digits in a row are another number.
 */
export function findIndividualNumbers(text: string): Span[] {
  const found: Span[] = []
  for (const match of text.matchAll(run)) {
    const groups = [...match[0].matchAll(new RegExp(`${digit}+`, 'gu'))].map((g) => ({
      digits: g[0].normalize('NFKC'),
      start: match.index + g.index,
    }))
    for (let i = 0; i < groups.length; i++) {
      const span = spanFrom(groups, i)
      if (span) found.push(span)
    }
  }
  return found
}

function spanFrom(groups: { digits: string; start: number }[], first: number): Span | undefined {
  let digits = ''
  for (const group of groups.slice(first)) {
    digits += group.digits
    if (digits.length < 12) continue
    const start = groups[first]?.start ?? 0
    return hasIndividualNumberCheckDigit(digits)
      ? { start, end: group.start + group.digits.length }
      : undefined
  }
  return undefined
}
