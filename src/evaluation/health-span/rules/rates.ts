import type { RuleContext } from '../../../platform/computation/index.ts'
import { product, type Ratio } from '../../../platform/exact/index.ts'

type Round = RuleContext<object>['round']

/** count ÷ of in ‱, to the nearest; null where nobody stands below the line. */
export const rateOf = (round: Round, label: string, count: number, of: number): number | null =>
  of === 0 ? null : round(label, { over: product(count, 10_000), under: of }, 'half-up', 1, '‱')

/**
 * Whole ‱ that sum to 10,000: each is cut, and what is left goes to the largest remainders (the first of equal ones).
 * @param counts whole, zero or more, not all zero
 */
export function sharesOf(counts: readonly number[]): number[] {
  const all = counts.reduce((sum, one) => sum + one, 0)
  const cut = counts.map((count) => Math.floor((count * 10_000) / all))
  const rest = counts.map((count, at) => ({ at, rest: (count * 10_000) % all }))
  const left = 10_000 - cut.reduce((sum, one) => sum + one, 0)
  rest.sort((a, b) => b.rest - a.rest || a.at - b.at)
  for (const { at } of rest.slice(0, left)) cut[at]! += 1
  return cut
}

export interface Layer {
  count: number
  of: number
  /** of the standard population */
  weight: number
}

/** Direct standardisation: Σ rate × weight ÷ Σ weight in ‱, exact. Every layer must hold people, and the weights too. */
export function standardised(layers: readonly Layer[]): Ratio {
  const under = layers.reduce((all, { of }) => all * BigInt(of), 1n)
  const weights = layers.reduce((all, { weight }) => all + BigInt(weight), 0n)
  const over = layers.reduce(
    (all, { count, of, weight }) => all + (BigInt(count) * BigInt(weight) * under) / BigInt(of),
    0n,
  )
  return { over: over * 10_000n, under: under * weights }
}
