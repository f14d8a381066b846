// numbers: the formulas of Wilson, Byar, Dobson and Newcombe, and the usual 95 %; statistics, no law
import type { Layer } from './compute.ts'
import { zOf } from './normal.ts'

/** Both limits, in the unit of what they belong to. */
export interface Interval {
  low: number
  high: number
}

/** Of every interval unless said otherwise. */
export const CONFIDENCE = 0.95

/** In words, beside every interval: everybody was counted, so what is chance here? */
export const CHANCE_IN_WORDS =
  '全員を数えた数なので、調査のような標本のぶれはありません。ここでいう偶然の幅は、事情が同じでも年によって起こりうる人数のぶれです。'

/** ANL-02's rule for small insurers: with fewer certified persons than this in any layer, the indirect ratio is read. */
export const LEAST_IN_LAYER = 5

/** @source domain sheet, programmes §8.4 */
export const needsIndirect = (layers: readonly Layer[]): boolean =>
  layers.some(({ counted }) => counted < LEAST_IN_LAYER)

/** Wilson's interval of a share; 0..1. Null without people. */
export function wilson(counted: number, people: number, z = zOf(CONFIDENCE)): Interval | null {
  if (people <= 0 || counted < 0 || counted > people) return null
  const share = counted / people
  const middle = share + (z * z) / (2 * people)
  const half = z * Math.sqrt((share * (1 - share)) / people + (z * z) / (4 * people * people))
  const whole = 1 + (z * z) / people
  return {
    low: counted === 0 ? 0 : (middle - half) / whole,
    high: counted === people ? 1 : (middle + half) / whole,
  }
}

/** Byar's approximation of the exact Poisson limits of a count. */
export function byar(counted: number, z = zOf(CONFIDENCE)): Interval {
  const cube = (n: number, sign: 1 | -1) => n * (1 - 1 / (9 * n) + (sign * z) / (3 * Math.sqrt(n))) ** 3
  return { low: counted === 0 ? 0 : Math.max(0, cube(counted, -1)), high: cube(counted + 1, 1) }
}

/**
 * A directly standardised rate with Dobson's interval: Byar's limits of the whole count, stretched to the variance of the
 * weighted rate. Each layer is a part of its people, so its variance is p(1 − p)/n.
 * @param weights of the standard, in the order of the layers
 * @returns in the unit of `per`; null where a layer has no people, nobody is counted at all, or every layer is counted in whole or
 * not at all, so that the variance says nothing
 */
export function standardisedInterval(
  layers: readonly Layer[],
  weights: readonly number[],
  per: number,
  z = zOf(CONFIDENCE),
): Interval | null {
  const parts = standardisedParts(layers, weights)
  if (!parts || parts.counted === 0) return null
  const { rate, variance, counted } = parts
  if (variance === 0) return null
  const stretch = Math.sqrt(variance / counted)
  const limits = byar(counted, z)
  return {
    low: Math.max(0, rate + stretch * (limits.low - counted)) * per,
    high: Math.min(1, rate + stretch * (limits.high - counted)) * per,
  }
}

/** Rate (0..1), its variance and the count behind it. */
export function standardisedParts(
  layers: readonly Layer[],
  weights: readonly number[],
): { rate: number; variance: number; counted: number } | null {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  if (whole === 0 || layers.some(({ people }) => people === 0)) return null
  let [rate, variance, all] = [0, 0, 0]
  layers.forEach(({ counted, people }, i) => {
    const weight = (weights[i] ?? 0) / whole
    const share = counted / people
    rate += weight * share
    variance += (weight * weight * share * (1 - share)) / people
    all += counted
  })
  return { rate, variance, counted: all }
}

/** The indirect ratio's interval (nation = 100): Byar's limits of the count over what was expected. */
export function indirectInterval(counted: number, expected: number, z = zOf(CONFIDENCE)): Interval | null {
  if (expected <= 0) return null
  const { low, high } = byar(counted, z)
  return { low: (low / expected) * 100, high: (high / expected) * 100 }
}
