import { formatDate, isIsoDate } from '../../calendar/index.ts'
import { formatStepValue, type StepValue } from '../../explanation/index.ts'
import type { Leaf } from '../value-rows.ts'
import { isYearUnit } from '../words.ts'

const DECIMAL = /^(-?\d+)(?:\.(\d+))?$/

/** Days in 和暦, numbers (also exact decimals in text) with separators and unit; unknown, no and 0 are three words. */
export function shownValue(value: StepValue, unit?: string | null): string {
  if (typeof value === 'number' && isYearUnit(unit)) return `${value}${unit}`
  if (typeof value !== 'string') return formatStepValue(value, typeof value === 'number' ? (unit ?? '') : '')
  if (isIsoDate(value)) return formatDate(value)
  const [, whole, fraction] = DECIMAL.exec(value.replace(/…$/, '')) ?? []
  if (whole === undefined || fraction === undefined) return value
  const shown = BigInt(whole).toLocaleString('ja-JP').replace(/^0$/, whole) // -0.5 keeps its sign
  // an exact decimal says no more by its zeros; one that goes on shows all its digits
  const rest = value.endsWith('…') ? `.${fraction}…` : `.${fraction}`.replace(/\.?0+$/, '')
  return `${shown}${rest}${unit ?? ''}`
}

export const shownLeaf = ({ value, word, unit }: Leaf): string => word ?? shownValue(value, unit)

/** How two values differ, in a sign and a word, never by colour alone. */
export interface Difference {
  sign: '▲' | '▼' | '＝' | '≠'
  word: string
}

export function differenceOf(
  left: StepValue | undefined,
  right: StepValue | undefined,
  unit: string | null,
): Difference {
  if (left === right) return { sign: '＝', word: '同じ' }
  const by = minus(right, left)
  if (by === null) return { sign: '≠', word: 'ちがう' }
  const isMore = !by.startsWith('-')
  const size = shownValue(isMore ? by : by.slice(1), unit)
  const said = size.includes('.') ? size : formatStepValue(Number(isMore ? by : by.slice(1)), unit ?? '')
  return isMore ? { sign: '▲', word: `${said} 増` } : { sign: '▼', word: `${said} 減` }
}

/** Exact difference of whole numbers and decimals in text; null: one of them is no number. */
function minus(left: StepValue | undefined, right: StepValue | undefined): string | null {
  const parts = [left, right].map((one) =>
    typeof one === 'number' || typeof one === 'string' ? DECIMAL.exec(String(one)) : null,
  )
  const [a, b] = parts
  if (!a || !b || typeof left !== typeof right) return null
  const digits = Math.max(a[2]?.length ?? 0, b[2]?.length ?? 0)
  const scaled = ([, whole = '', fraction = '']: RegExpExecArray) =>
    BigInt(`${whole}${fraction.padEnd(digits, '0')}`)
  const by = scaled(a) - scaled(b)
  const text = String(by < 0n ? -by : by).padStart(digits + 1, '0')
  const sign = by < 0n ? '-' : ''
  if (digits === 0) return `${sign}${text}`
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}
