import { type CellValue, halfWidth, lostDigits, missing, wrong } from './values.ts'

export interface Telephone {
  /** with hyphens where the list has brackets: 054-628-3359; else as written, in half width */
  shown: string
  /** digits only, for comparing */
  digits: string
  /** false: without an area code (`835-1412`), which nobody may guess */
  hasAreaCode: boolean
  /** 内線 */
  extension: string | null
  /** what stands in brackets behind it: 代表 */
  note: string | null
}

/** (054)628-3359 · 087-839-2811 · 087(839)2811 · ０８７－… · +81-87-… · 0878392811 · 835-1412 · 内線 and （代表） behind it. */
export function readTelephone(cell: string): CellValue<Telephone> {
  if (/^0\d{1,4}-\d{1,4}-\d{3,4}$/.test(cell)) return judged(cell, null, null)
  const gap = missing(cell)
  if (gap) return gap
  const lost = lostDigits(cell)
  if (lost) return lost
  const text = halfWidth(cell)
    .replace(/[‐‑‒–—―−ー]/gu, '-')
    .replace(/^(?:TEL|電話)[:\s]*/iu, '')
  const extension = /\s*(?:内線|\(内線?\)|ext\.?)[:\s]*(\d{1,6})\)?$/iu.exec(text)
  const rest = extension ? text.slice(0, extension.index).replace(/\($/, '').trim() : text
  const noted = /^(.*\d)\s*\(([^()\d]+)\)$/u.exec(rest)
  const number = (noted?.[1] ?? rest).replace(/^\+81[-\s]*(?:\(0\))?0?/, '0')
  if (/[、,;/・\n]|\d\s{1,}\d{2,4}-\d+-/u.test(number))
    return wrong('several-telephones', '電話番号が二つ以上あります。', '一つの欄に一つだけ書いてください。')
  if (!/^\(?\d[\d\-() ]*$/.test(number)) return notATelephone()
  return judged(number, extension?.[1] ?? null, noted?.[2]?.trim() ?? null)
}

function judged(number: string, extension: string | null, note: string | null): CellValue<Telephone> {
  const digits = number.replace(/\D/g, '')
  const shown = /^[\d-]+$/.test(number) ? number : tidied(number)
  const value = { shown, digits, extension, note }
  // 11 digits: mobile, IP and 0800; 110 and other short numbers are no number of an office
  if (digits.startsWith('0'))
    return digits.length === 10 || (digits.length === 11 && /^0(?:[5-9]0|800)/.test(digits))
      ? { state: 'value', value: { ...value, hasAreaCode: true } }
      : notATelephone()
  if (digits.length === 9 || (digits.length === 10 && /^[5-9]0/.test(digits)))
    return wrong(
      'lost-zero',
      '電話番号の初めの 0 が失われています。',
      '表計算の書式を「文字列」にして、0 から書いてください。',
    )
  return digits.length >= 5 && digits.length <= 8
    ? { state: 'value', value: { ...value, hasAreaCode: false } }
    : notATelephone()
}

/** Hyphens for brackets and spaces, none at the edges. */
const tidied = (number: string): string =>
  number
    .replace(/\s*[()]\s*/g, '-')
    .replace(/\s+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '')

const notATelephone = () =>
  wrong('not-a-telephone', '電話番号として読めません。', '市外局番から「087-839-2811」の形に直してください。')
