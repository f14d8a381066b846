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

// Blanks of any width, also those that are not seen (soft hyphen, zero width, byte order mark), and hyphens.
const blank = String.raw`\p{Zs}\u00ad\u200b-\u200d\u2060\ufeff\-‐‑‒–—―−－ー`
// What also parts other numbers: the cells of a table, the lines of a list, dates and versions.
const loose = String.raw`\t\n\v\f\r\u2028\u2029.．・･·`
const oneLoose = String.raw`(?:\r\n|[${loose.replace(String.raw`\t`, '')}])`
const gap = String.raw`(?:[${blank}\t]+(?:${oneLoose}[${blank}\t]*)?|${oneLoose}[${blank}\t]*)`
const digit = '[0-9０-９]'
const run = new RegExp(`${digit}+(?:${gap}${digit}+)*`, 'gu')
const group = new RegExp(`(?<before>[^0-9０-９]*)(?<digits>${digit}+)`, 'gu')
const isLooseGap = new RegExp(`[${loose}]`, 'u')

/** True when exactly twelve half-width digits carry the right check digit. */
export function hasIndividualNumberCheckDigit(twelve: string): boolean {
  if (!/^\d{12}$/.test(twelve)) return false
  let sum = 0
  for (let n = 1; n <= 11; n++) sum += Number(twelve[11 - n]) * (n <= 6 ? n + 1 : n - 5)
  const rest = sum % 11
  return Number(twelve[11]) === (rest <= 1 ? 0 : 11 - rest)
}

interface Group {
  digits: string
  start: number
  /** parted from the group before it by more than blanks and hyphens */
  isLoose: boolean
}

/**
 * Every place where neighbouring groups of digits make twelve digits with the right check digit, blanks and hyphens removed.
 * A group is never cut: thirteen digits in a row are another number. Across a tab, a line or a point only twelve digits written in
 * fours count, and only where no further group of four goes on: three amounts of a longer list are no number.
 */
export function findIndividualNumbers(text: string): Span[] {
  if (!hasTwelveDigits(text)) return []
  const found: Span[] = []
  for (const match of text.matchAll(run)) {
    const groups: Group[] = [...match[0].matchAll(group)].map((one) => {
      const { before = '', digits = '' } = one.groups ?? {}
      return {
        digits: digits.normalize('NFKC'),
        start: match.index + one.index + before.length,
        isLoose: isLooseGap.test(before),
      }
    })
    for (let i = 0; i < groups.length; i++) {
      const span = spanFrom(groups, i)
      if (span) found.push(span)
    }
  }
  return found
}

/** Nearly every cell of a file ends here: a list of 200,000 people has millions of them. */
function hasTwelveDigits(text: string): boolean {
  if (text.length < 12) return false
  let digits = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if ((unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19)) digits += 1
  }
  // a group is never cut: digits alone, more or fewer than twelve, are another number
  return digits >= 12 && !(digits === text.length && digits !== 12)
}

function spanFrom(groups: readonly Group[], first: number): Span | undefined {
  let digits = ''
  for (let last = first; last < groups.length && digits.length < 12; last++) {
    const { digits: more, start } = groups[last]!
    digits += more
    if (hasIndividualNumberCheckDigit(digits) && isOneNumber(groups, first, last))
      return { start: groups[first]!.start, end: start + more.length }
  }
  return undefined
}

function isOneNumber(groups: readonly Group[], first: number, last: number): boolean {
  const inner = groups.slice(first, last + 1)
  if (!inner.some(({ isLoose }, at) => at > 0 && isLoose)) return true
  const after = groups[last + 1]
  const goesOnBefore = inner[0]?.isLoose === true && groups[first - 1]?.digits.length === 4
  const goesOnAfter = after?.isLoose === true && after.digits.length === 4
  return inner.every(({ digits }) => digits.length % 4 === 0) && !goesOnBefore && !goesOnAfter
}
