/** Numbers of a box plot. Unknown places are counted, never placed. */
export interface Spread {
  count: number
  missing: number
  lowest: number
  q1: number
  median: number
  q3: number
  highest: number
  /** furthest values within 1.5 box heights of the box */
  whiskers: { low: number; high: number }
}

/** Quantile by linear interpolation between the two nearest. @param sorted ascending, not empty @param share 0..1 */
export function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share
  const below = sorted[Math.floor(at)]!
  return below + (sorted[Math.ceil(at)]! - below) * (at - Math.floor(at))
}

/** @returns null when no place has a value */
export function spreadOf(values: readonly (number | null)[]): Spread | null {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b)
  if (sorted.length === 0) return null
  const [q1, median, q3] = [quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75)]
  const reach = 1.5 * (q3 - q1)
  return {
    count: sorted.length,
    missing: values.length - sorted.length,
    lowest: sorted[0]!,
    q1,
    median,
    q3,
    highest: sorted.at(-1)!,
    whiskers: {
      low: sorted.find((value) => value >= q1 - reach)!,
      high: sorted.findLast((value) => value <= q3 + reach)!,
    },
  }
}

/** Share of the values below, with half of the equal ones: 0..1. */
export function standingIn(values: readonly (number | null)[], value: number): number | null {
  const known = values.filter((one) => one !== null)
  if (known.length === 0) return null
  const below = known.filter((one) => one < value).length
  const equal = known.filter((one) => one === value).length
  return (below + equal / 2) / known.length
}
