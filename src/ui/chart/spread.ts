/** How figures lie beside each other: ranks, quartiles, classes. Pure; figures only, never a missing one. */

/** Quantile by linear interpolation between neighbours (type 7, as QUARTILE.INC of Excel). @param sorted ascending, not empty */
export function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share
  const low = Math.floor(at)
  const below = sorted[low]!
  return below + (at - low) * ((sorted[low + 1] ?? below) - below)
}

export type FiveNumbers = { lowest: number; q1: number; median: number; q3: number; highest: number }

/** 最小・第1四分位・中央・第3四分位・最大. @param values not empty */
export function fiveNumbers(values: readonly number[]): FiveNumbers {
  const sorted = values.toSorted((a, b) => a - b)
  return {
    lowest: sorted[0]!,
    q1: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    q3: quantile(sorted, 0.75),
    highest: sorted.at(-1)!,
  }
}

/** Ends of the whiskers: the farthest figures within one and a half boxes from the box (Tukey). @param values not empty */
export function whiskers(values: readonly number[], { q1, q3 }: FiveNumbers): [number, number] {
  const reach = (q3 - q1) * 1.5
  const near = values.filter((value) => value >= q1 - reach && value <= q3 + reach)
  return [Math.min(...near), Math.max(...near)]
}

export type Bin = { from: number; to: number; count: number }

/** 1, 2 or 5 of some power of ten, the next above. */
function roundWidth(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width))
  const step = [1, 2, 5].find((one) => one * power >= width * 0.999_999) ?? 10
  return step * power
}

/**
 * Classes of equal, round width, each from (included) to (excluded); between 8 and 40 for many figures, by the rule of
 * Freedman and Diaconis. The widths are exact decimals, so that 17.0 falls into 17.0–17.5.
 */
export function bins(values: readonly number[]): Bin[] {
  if (values.length === 0) return []
  const { lowest, q1, q3, highest } = fiveNumbers(values)
  const span = highest - lowest
  const rule = (2 * (q3 - q1)) / Math.cbrt(values.length)
  const width = span === 0 ? 1 : roundWidth(Math.min(span / 8, Math.max(span / 40, rule)))
  const first = Math.floor(lowest / width + 1e-9)
  const last = Math.floor(highest / width + 1e-9)
  const counts = new Array<number>(last - first + 1).fill(0)
  for (const value of values) counts[Math.floor(value / width + 1e-9) - first]! += 1
  return counts.map((count, n) => ({
    from: exact((first + n) * width),
    to: exact((first + n + 1) * width),
    count,
  }))
}

const exact = (value: number) => Number(value.toPrecision(12))

export const binOf = (all: readonly Bin[], value: number): number => {
  const at = all.findIndex(({ from, to }) => value >= from - 1e-12 && value < to - 1e-12)
  return at < 0 && all.length > 0 && value >= all[0]!.from ? all.length - 1 : at
}

export type Rank = { rank: number /** how many share it, itself included */; ties: number }

/** Ranks as in sport: equal figures share one, and the next is left out. Equality is of the figures as they are written. */
export function ranks(values: readonly number[], isHighFirst: boolean, asWritten: (value: number) => string) {
  const order = values
    .map((_, at) => at)
    .toSorted((a, b) => (isHighFirst ? -1 : 1) * (values[a]! - values[b]!))
  const found = new Array<Rank>(values.length)
  for (let at = 0; at < order.length; ) {
    const word = asWritten(values[order[at]!]!)
    let end = at
    while (end < order.length && asWritten(values[order[end]!]!) === word) end += 1
    for (let n = at; n < end; n += 1) found[order[n]!] = { rank: at + 1, ties: end - at }
    at = end
  }
  return { order, ranks: found }
}
