import type { Ratio } from '../../../platform/exact/index.ts'

/** Mean of whole numbers, exact. @param values one or more */
export const meanOf = (values: readonly number[]): Ratio => ({
  over: values.reduce((sum, one) => sum + one, 0),
  under: values.length,
})

/** Median, exact: of an even number of values the mean of the two in the middle. @param values one or more */
export function medianOf(values: readonly number[]): Ratio {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const isOdd = sorted.length % 2 === 1
  return isOdd ? { over: sorted[half]!, under: 1 } : { over: sorted[half - 1]! + sorted[half]!, under: 2 }
}
