import { type IsoDate, isIsoDate, parseDate, toIso } from '../../platform/calendar/index.ts'

/** Blank, a dash (該当なし), asterisks and the like (秘匿), or words that say there is none (なし, 休診). */
export interface Missing {
  state: 'missing'
  why: 'blank' | 'dash' | 'masked' | 'none'
}

/** What a cell says. Missing (blank, `-`, `***`) is not zero and not wrong. */
export type CellValue<T> =
  | { state: 'value'; value: T }
  | Missing
  | { state: 'wrong'; code: string; reason: string; remedy: string }

/** Full width to half, edges trimmed. Most cells need neither, and looking is cheaper than normalising. */
export function halfWidth(cell: string): string {
  const last = cell.length - 1
  for (let at = 0; at <= last; at++) {
    const code = cell.charCodeAt(at)
    const isPlain = (code > 32 && code < 127) || (code === 32 && at > 0 && at < last)
    if (!isPlain) return cell.normalize('NFKC').trim()
  }
  return cell
}

/**
 * A reader that remembers what it said of short cells: days, times and marks repeat a thousand times in a long list. Longer cells
 * are parts of the text they were cut from and would keep it in memory.
 */
export function remembering<T>(read: (cell: string) => CellValue<T>): (cell: string) => CellValue<T> {
  const known = new Map<string, CellValue<T>>()
  return (cell) => {
    if (cell.length > 12) return read(cell)
    const said = known.get(cell)
    if (said !== undefined) return said
    if (known.size >= 5_000) known.clear()
    const value = Object.freeze(read(cell))
    known.set(cell, value)
    return value
  }
}

/** Blank, a dash (該当なし) or asterisks and the like (秘匿); undefined when the cell says something. */
export function missing(cell: string): Missing | undefined {
  const first = cell.charCodeAt(0)
  if (first >= 48 && first <= 57) return undefined // a digit: what is missing begins with none
  const text = halfWidth(cell)
  if (text === '') return { state: 'missing', why: 'blank' }
  if (/^[-‐‑‒–—―−ー]+$/u.test(text)) return { state: 'missing', why: 'dash' }
  return /^(?:\*+|[xX]|[.…・]{2,}|秘匿)$/u.test(text) ? { state: 'missing', why: 'masked' } : undefined
}

/** A count: whole, zero or more. Full width and `1,234` are read; nothing is rounded. */
export function readCount(cell: string): CellValue<number> {
  if (/^\d{1,9}$/.test(cell)) return { state: 'value', value: Number(cell) }
  const gap = missing(cell)
  if (gap) return gap
  const text = halfWidth(cell)
  const digits = /^\d{1,3}(?:,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text
  if (/^\d+$/.test(digits) && Number.isSafeInteger(Number(digits)))
    return { state: 'value', value: Number(digits) }
  if (/^-\d+$/.test(digits)) return wrong('negative', '人数が負の数です。', '0以上の整数に直してください。')
  if (/^-?\d+\.\d+$/.test(digits))
    return wrong('fraction', '人数に端数があります。', '0以上の整数に直してください。')
  if (isScientific(digits)) return scientific()
  return wrong('not-a-number', '数として読めません。', '0以上の整数に直してください。')
}

/** Excel counts days from 1899-12-30 (1900-03-01 on); six digits and more are no serial date. */
function fromSerial(serial: number): IsoDate | undefined {
  if (serial < 61 || serial > 99_999) return undefined
  const date = new Date(Date.UTC(1899, 11, 30 + serial))
  return toIso({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() })
}

/** A day: 2026-02-01, 2026/2/1, 2026.2.1, 20260201, 2/1/2026 (month first), serial 46054, 和暦; a midnight behind it is dropped. */
export const readDay: (cell: string) => CellValue<IsoDate> = remembering((cell) => {
  const gap = missing(cell)
  if (gap) return gap
  const text = halfWidth(cell).replace(/[T ]0{1,2}:00(?::00)?$/, '')
  const monthFirst = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  if (monthFirst) {
    const iso = `${monthFirst[3]}-${monthFirst[1]?.padStart(2, '0')}-${monthFirst[2]?.padStart(2, '0')}`
    return isIsoDate(iso) ? { state: 'value', value: iso } : notADay('月/日/年として、その日はありません。')
  }
  const serial = /^\d{2,5}$/.test(text) ? fromSerial(Number(text)) : undefined
  if (serial !== undefined) return { state: 'value', value: serial }
  const parsed = parseDate(text)
  return parsed.ok ? { state: 'value', value: parsed.date } : notADay(parsed.message)
})

function notADay(reason: string): CellValue<never> {
  return wrong('not-a-date', reason, '「2026-02-01」の形に直してください。')
}

const isScientific = (text: string): boolean => /^-?\d+(?:\.\d+)?E[+-]?\d+$/i.test(text)

/** `1.72E+11`: a spreadsheet has thrown the lower digits away; undefined for everything else. */
export const lostDigits = (cell: string): CellValue<never> | undefined =>
  /^-?\d(?:\.\d+)?E\+\d{2,}$/i.test(halfWidth(cell)) ? scientific() : undefined

const scientific = () =>
  wrong(
    'scientific',
    '数が指数表記になり、下のけたが失われています。',
    '表計算の書式を「数値」（番号なら「文字列」）にして、元のデータから出し直してください。',
  )

/** A refusal of one cell, in words. */
export function wrong(code: string, reason: string, remedy: string): CellValue<never> {
  return { state: 'wrong', code: `cell.${code}`, reason, remedy }
}
