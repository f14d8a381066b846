/**
 * Units a person and year, adjusted to a standard: Σ(units ÷ people × weight) ÷ Σ weight, as an exact fraction.
 * @returns null where a layer has no people, or the standard none at all
 */
export function adjustedUnits(
  layers: readonly { units: number; people: number }[],
  weights: readonly number[],
): { over: bigint; under: bigint } | null {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  if (all === 0 || layers.some(({ people }) => people === 0)) return null
  let [over, under] = [0n, 1n]
  layers.forEach(({ units, people }, at) => {
    over = over * BigInt(people) + BigInt(units) * BigInt(weights[at] ?? 0) * under
    under *= BigInt(people)
  })
  return { over, under: under * BigInt(all) }
}
