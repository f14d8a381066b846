import { formatDate, isIsoDate } from '../../calendar/index.ts'
import { formatStepValue, type StepValue } from '../../explanation/index.ts'
import type { Leaf } from '../value-rows.ts'

/** Days in 和暦, numbers with separators and unit; unknown, no and 0 are three words. */
export const shownValue = (value: StepValue, unit?: string | null): string =>
  typeof value === 'string' && isIsoDate(value)
    ? formatDate(value)
    : formatStepValue(value, typeof value === 'number' ? (unit ?? '') : '')

export const shownLeaf = ({ value, unit }: Leaf): string => shownValue(value, unit)

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
  if (typeof left !== 'number' || typeof right !== 'number') return { sign: '≠', word: 'ちがう' }
  const by = right - left
  // floating point shares of statistics: no more digits than either side had
  const size = Number.isInteger(by) ? Math.abs(by) : Number(Math.abs(by).toPrecision(10))
  return by > 0
    ? { sign: '▲', word: `${formatStepValue(size, unit ?? '')} 増` }
    : { sign: '▼', word: `${formatStepValue(size, unit ?? '')} 減` }
}
