/** Lone surrogates, control characters, zero-width marks and byte order marks: nobody types them and databases refuse some. */
const invisible = /[\p{Cs}\p{Cc}\p{Cf}]/gu
const withoutInvisible = (text: string) => text.replace(invisible, (c) => (c === '\n' || c === '\t' ? c : ''))

/** One line: invisible characters off, line ends and tabs to a space, edges trimmed (全角スペース too). Inside untouched. */
export function cleanLine(text: string): string {
  return withoutInvisible(text.replace(/\r\n|[\r\n\t\u2028\u2029]/gu, ' ')).trim()
}

/**
 * Several lines: line ends to LF, spaces at line ends and blank lines at both edges off. Line by line: an expression that looks
 * for spaces before an end starts anew at each of them, and 100,000 of them would hold the server for 20 s.
 */
export function cleanText(text: string): string {
  const lines = withoutInvisible(text.replace(/\r\n?|[\u2028\u2029]/gu, '\n'))
    .split('\n')
    .map((line) => line.trimEnd())
  const first = lines.findIndex((line) => line !== '')
  return first < 0 ? '' : lines.slice(first, lines.findLastIndex((line) => line !== '') + 1).join('\n')
}

/** A code: half width, upper case, without blanks and hyphens (`１３００-６０００７７` → 1300600077). */
export function cleanCode(text: string): string {
  return cleanLine(text)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐‑‒–—―−ー]/gu, '')
}

/**
 * A cell that a spreadsheet opens as text: a leading = + - @ (full width too), tab or line end gets an apostrophe before it.
 * Plain numbers (-5, +81) stay. For files people open; a fixed layout between systems is written without it.
 */
export function csvSafe(cell: string): string {
  if (!/^[\s\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(cell)) return cell
  return /^[+-]?\d*(?:\.\d+)?$/u.test(cell) ? cell : `'${cell}`
}
