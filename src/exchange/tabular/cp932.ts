import iconv from 'iconv-lite'

/**
 * Characters that Unicode has twice and code page 932 once, by two vendors' tables: written as the one CP932 knows.
 * Reading needs no table: the decoder always gives the right-hand side.
 */
export const mappingTraps: Readonly<Record<string, string>> = {
  '\u301C': '\uFF5E', // 〜 WAVE DASH → FULLWIDTH TILDE
  '\u2212': '\uFF0D', // − MINUS SIGN → FULLWIDTH HYPHEN-MINUS
  '\u2016': '\u2225', // ‖ DOUBLE VERTICAL LINE → PARALLEL TO
  '\u00A2': '\uFFE0', // ¢
  '\u00A3': '\uFFE1', // £
  '\u00AC': '\uFFE2', // ¬
  '\u00A6': '\uFFE4', // ¦
  '\u00A5': '\uFFE5', // ¥, else it would become a backslash
  '\u203E': '\uFFE3', // ‾, else it would become a half-width tilde
  '\u2014': '\u2015', // — EM DASH → HORIZONTAL BAR
}
const traps = new RegExp(`[${Object.keys(mappingTraps).join('')}]`, 'gu')

export type Cp932Result =
  | { ok: true; bytes: Buffer }
  | { ok: false; character: string; codePoint: string; index: number }

/** Encodes strictly: never `?`, never 外字 of the user area. `index` is in characters of the text. */
export function encodeCp932(text: string): Cp932Result {
  const mapped = text.replace(traps, (c) => mappingTraps[c] ?? c)
  const bytes = iconv.encode(mapped, 'cp932')
  if (iconv.decode(bytes, 'cp932') === mapped && !/[\uE000-\uF8FF]/u.test(mapped)) return { ok: true, bytes }
  const letters = [...mapped]
  const index = letters.findIndex((c) => !isCp932(c))
  const character = [...text][index] ?? ''
  const codePoint = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return { ok: false, character, codePoint, index }
}

function isCp932(c: string): boolean {
  return iconv.decode(iconv.encode(c, 'cp932'), 'cp932') === c && !/[\uE000-\uF8FF]/u.test(c)
}
