/** The line through equally spaced samples, over their whole span. */
export interface Growth {
  /** from the first to the last, on the fitted line */
  over: number
  /** twice its standard error: less than this cannot be told from none */
  doubt: number
  mean: number
}

/** Least squares. @param samples three or more */
export function growthOf(samples: readonly number[]): Growth {
  const count = samples.length
  if (count < 3) throw new RangeError('a line and its doubt need three samples')
  const mean = samples.reduce((sum, value) => sum + value, 0) / count
  const middle = (count - 1) / 2
  const spread = samples.reduce((sum, _, at) => sum + (at - middle) ** 2, 0)
  const slope = samples.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0) / spread
  const rest = samples.reduce((sum, value, at) => sum + (value - mean - slope * (at - middle)) ** 2, 0)
  const error = Math.sqrt(rest / (count - 2) / spread)
  const span = count - 1
  const short = (value: number) => Math.round(value * 100) / 100
  return { over: short(slope * span), doubt: short(2 * error * span), mean: short(mean) }
}

/** Grows when the growth is more than its doubt and more than the given share of the whole. */
export const isGrowing = ({ over, doubt, mean }: Growth, share: number): boolean =>
  over > doubt && over > mean * share
