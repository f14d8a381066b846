/**
 * Which values lie above the mean by more than so many standard deviations of all of them (divided by n, nothing rounded).
 * x > mean + k·sd is, with whole numbers, n·x − Σ > 0 and (n·x − Σ)² > k²·(n·Σx² − Σ²).
 * @param values whole numbers @param deviations whole, zero or more
 */
export function outliers(values: readonly number[], deviations: number): boolean[] {
  const all = values.map(BigInt)
  const count = BigInt(all.length)
  const sum = all.reduce((total, value) => total + value, 0n)
  const squares = all.reduce((total, value) => total + value * value, 0n)
  const width = BigInt(deviations) ** 2n * (count * squares - sum * sum) // number: the square
  return all.map((value) => {
    const over = count * value - sum
    return over > 0n && over * over > width
  })
}
