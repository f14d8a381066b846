import { addDays, isIsoDate, parseDate, parseYear } from '../../../platform/calendar/index.ts'
import { foldAddress, foldDigits, foldKana, foldName } from '../../../platform/text/index.ts'
import { keysOfTyped } from './search-fields.ts'

/** What a typed text asks for; null: nothing of that kind. All texts are folded keys. */
export interface Interpreted {
  kana: string | null
  name: string | null
  digits: string | null
  address: string | null
  /** deletion neighbours for one typing error; empty when the text is no reading, or too short */
  keys: string[]
  /** first and last birth date, ISO days, both included */
  bornFrom: string | null
  bornTo: string | null
}

const NOTHING: Interpreted = {
  kana: null,
  name: null,
  digits: null,
  address: null,
  keys: [],
  bornFrom: null,
  bornTo: null,
}
const numberLike = /^[0-9\s\-()+]+$/u
const kanaOnly = /^[\p{Script=Hiragana}\p{Script=Katakana}ー゛゜・\s]+$/u
const bars = /[‐‑‒–—―−ー]/gu

/**
 * Reads what is typed into the person search: digits are a number or a telephone number, kana a reading, anything else a
 * written name or an address; a date or year beside it (`トコロ 昭15`, `トコロ 1940`, `トコロ S15.3.4`) narrows the birth.
 * @param birthYear year of the Common Era from its own field; wins over one in the text
 */
export function interpret(text: string, birthYear?: number): Interpreted {
  const whole = text.normalize('NFKC').trim()
  const digits = foldDigits(whole)
  if (digits !== '' && numberLike.test(whole.replace(bars, '-'))) {
    return { ...NOTHING, digits, ...yearSpan(birthYear) }
  }
  const { words, born } = takeBirth(whole)
  const birth = birthYear === undefined ? born : yearSpan(birthYear)
  const typed = words.join(' ')
  if (typed === '') return { ...NOTHING, ...birth }
  if (kanaOnly.test(typed)) {
    const kana = foldKana(typed)
    return { ...NOTHING, kana: kana || null, keys: keysOfTyped(kana), ...birth }
  }
  const readings = words.filter((word) => kanaOnly.test(word))
  const written = words.filter((word) => !kanaOnly.test(word))
  const mixed = readings.length > 0 && written.length > 0
  return {
    ...NOTHING,
    // 「山田 タロウ」: the written part by the name, the reading by the kana; both have to hold
    kana: mixed ? foldKana(readings.join('')) || null : null,
    name: foldName(mixed ? written.join('') : typed) || null,
    address: mixed ? null : foldAddress(typed) || null,
    ...birth,
  }
}

type Span = Pick<Interpreted, 'bornFrom' | 'bornTo'>

function yearSpan(year: number | undefined): Span {
  return year === undefined
    ? { bornFrom: null, bornTo: null }
    : { bornFrom: `${year}-01-01`, bornTo: addDays(`${year + 1}-01-01`, -1) }
}

/** Takes the last word that reads as a date or year of birth away from the words. */
function takeBirth(text: string): { words: string[]; born: Span } {
  const words = text.split(/\s+/u)
  const at = words.findLastIndex((word) => spanOf(word) !== null)
  const span = words.length > 1 && at >= 0 ? spanOf(words[at] ?? '') : null
  return span
    ? { words: words.filter((_, n) => n !== at), born: span }
    : { words, born: { bornFrom: null, bornTo: null } }
}

function spanOf(word: string): Span | null {
  const date = parseDate(word)
  if (date.ok && isIsoDate(date.date)) return { bornFrom: date.date, bornTo: date.date }
  const year = parseYear(word.replace(/生(?:まれ)?$/u, ''))
  return year.ok && year.year >= 1868 && year.year <= 2100 ? yearSpan(year.year) : null
}
