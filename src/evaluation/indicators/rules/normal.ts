// numbers: a series for the normal distribution, cut where a double ends; mathematics, no law
/** Φ(x): the share of a standard normal distribution below x; exact to about 1e-15 for |x| ≤ 6. */
export function normalCdf(x: number): number {
  if (x < -6) return 0
  if (x > 6) return 1
  let term = x
  let sum = x
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum) && odd < 400; odd += 2) {
    term *= (x * x) / odd
    sum += term
  }
  return 0.5 + (sum * Math.exp(-(x * x) / 2)) / Math.sqrt(2 * Math.PI)
}

const known = new Map<number, number>()

/**
 * How many standard deviations hold the middle share of a normal distribution: 1.96 for 0.95.
 * @param comparisons how many are looked at together: the error is divided among them (Bonferroni)
 */
export function zOf(confidence: number, comparisons = 1): number {
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`a confidence lies between 0 and 1, got ${confidence}`)
  const above = (1 - confidence) / 2 / Math.max(1, comparisons)
  const found = known.get(above)
  if (found !== undefined) return found
  let [low, high] = [0, 6]
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2
    if (1 - normalCdf(middle) > above) low = middle
    else high = middle
  }
  known.set(above, low)
  return low
}
