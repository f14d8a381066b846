import { oldToNew } from './old-kanji.ts'

/**
 * Keys for search and comparison. Two spellings of one thing give one key; a key is never shown and never stored in the
 * place of what was typed. Every fold is idempotent.
 */

const smallKana = 'ァィゥェォッャュョヮヵヶ'
const largeKana = 'アイウエオツヤユヨワカケ'
const sameSound: Record<string, string> = {
  ヂ: 'ジ',
  ヅ: 'ズ',
  ヰ: 'イ',
  ヱ: 'エ',
  ヲ: 'オ',
  ヸ: 'イ',
  ヹ: 'エ',
  ヺ: 'オ',
  ヷ: 'ワ',
}

/** Variation selectors: they choose a glyph, not a character. */
const variationSelectors = /[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu
/** Hyphens and bars that stand for ー or for a digit hyphen when typed in a hurry. */
const bars = 'ー\\-‐‑‒–—―−－ｰ~〜～'
const ignored = new RegExp(`[\\s\\p{Cc}\\p{Cf}${bars}・･.,、。'’"“”()「」『』\\[\\]]`, 'gu')

const iterationMarks = /[々〻ヽゝヾゞ]/u

/** NFKC without variation selectors, upper case, iteration marks written out (佐々木 → 佐佐木). */
function base(text: string): string {
  const s = text.replace(variationSelectors, '').normalize('NFKC').toUpperCase()
  if (!iterationMarks.test(s)) return s
  return s.replace(/(.)([々〻ヽゝヾゞ]+)/gu, (_, c: string, marks: string) => c.repeat(1 + [...marks].length))
}

/** ひら → カタ, ヂ = ジ, 濁点・半濁点 off, 小書き → large. */
function plainKana(text: string): string {
  return text
    .replace(/[ぁ-ゖ]/gu, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0x60))
    .replace(/[ヂヅヰヱヲヷ-ヺ]/gu, (c) => sameSound[c] ?? c)
    .normalize('NFD')
    .replace(/[\u3099\u309A]/gu, '')
    .normalize('NFC')
    .replace(/[ァィゥェォッャュョヮヵヶ]/gu, (c) => largeKana[smallKana.indexOf(c)] ?? c)
}

function newKanji(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (c) => oldToNew.get(c) ?? c)
}

/** A step that may open the way for itself is repeated until nothing changes; keys only get shorter or stay. */
function untilStable(text: string, step: (s: string) => string): string {
  for (let s = text, turn = 0; ; turn++) {
    const next = step(s)
    if (next === s || turn > 20) return next
    s = next
  }
}

/** Key of a reading: ﾀｶﾊｼ, たかはし, タカバシ and タカハーシ are one. */
export function foldKana(text: string): string {
  return untilStable(text, (s) => plainKana(base(s)).replace(ignored, ''))
}

/** Key of a written name: 髙橋, 高橋 and 「高　橋」 are one; 旧字 and IVS folded, kana as in `foldKana`. */
export function foldName(text: string): string {
  return untilStable(text, (s) => plainKana(newKanji(base(s))).replace(ignored, ''))
}

/** Only digits, for telephone numbers and codes; +81 is written as 0. */
export function foldDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/^\s*\+81[\s\-.]*(?:\(0\))?0?/u, '0')
    .replace(/[^0-9]/g, '')
}

/**
 * The key and each of its one-character deletions, without repetition and without the empty string. Two keys that differ by
 * one letter more, less or other share a neighbour; so do two neighbouring letters exchanged.
 */
export function deletionNeighbours(fold: string): string[] {
  const found = new Set<string>([fold])
  for (let at = 0; at < fold.length; ) {
    const next = at + ((fold.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
    found.add(fold.slice(0, at) + fold.slice(next))
    at = next
  }
  found.delete('')
  return [...found]
}

export const textSteps = { base, plainKana, newKanji, untilStable, ignored, bars }
