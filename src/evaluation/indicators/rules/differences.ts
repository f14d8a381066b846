import type { Layer } from './compute.ts'
import {
  CONFIDENCE,
  type Interval,
  indirectInterval,
  LEAST_IN_LAYER,
  standardisedParts,
  wilson,
} from './intervals.ts'
import { zOf } from './normal.ts'

export type Verdict =
  | 'larger'
  | 'smaller'
  /** not larger than chance can make it */
  | 'within-chance'
  /** a difference of full counts, of which chance is no part: said as it is */
  | 'not-judged'
  /** too few people, or nothing to compare */
  | 'cannot-tell'

export interface Difference {
  /** ours minus theirs, in the unit of `per`; null: cannot be told */
  difference: number | null
  interval: Interval | null
  verdict: Verdict
  /** how many comparisons share the error: with many, some look large by chance alone */
  comparisons: number
}

const verdictOf = ({ low, high }: Interval): Verdict =>
  low > 0 ? 'larger' : high < 0 ? 'smaller' : 'within-chance'
const cannotTell = (comparisons: number): Difference => ({
  difference: null,
  interval: null,
  verdict: 'cannot-tell',
  comparisons,
})

/** Whoever is compared with a whole that holds it is compared with the rest of it: the two must not share people. */
export const restOf = (whole: Layer, part: Layer): Layer => ({
  counted: whole.counted - part.counted,
  people: whole.people - part.people,
})

/**
 * Difference of two shares, with Newcombe's interval of two Wilson intervals.
 * @param comparisons how many differences are looked at together
 */
export function shareDifference(ours: Layer, theirs: Layer, per: number, comparisons = 1): Difference {
  const z = zOf(CONFIDENCE, comparisons)
  const [a, b] = [wilson(ours.counted, ours.people, z), wilson(theirs.counted, theirs.people, z)]
  if (!a || !b) return cannotTell(comparisons)
  const [p, q] = [ours.counted / ours.people, theirs.counted / theirs.people]
  const difference = p - q
  const interval = {
    low: (difference - Math.hypot(p - a.low, b.high - q)) * per,
    high: (difference + Math.hypot(a.high - p, q - b.low)) * per,
  }
  return { difference: difference * per, interval, verdict: verdictOf(interval), comparisons }
}

/**
 * Whether the chance of a layer can be told by p(1 − p)/n: with next to nobody certified, or next to everybody, it comes to nothing
 * and the verdict would be sure of itself for no reason.
 */
const isTellable = ({ counted, people }: Layer): boolean =>
  counted >= LEAST_IN_LAYER && people - counted >= LEAST_IN_LAYER

/** Difference of two rates adjusted to the same standard; their variances add. Cannot be told where a layer has too few. */
export function standardisedDifference(
  ours: readonly Layer[],
  theirs: readonly Layer[],
  weights: readonly number[],
  per: number,
  comparisons = 1,
): Difference {
  const [a, b] = [standardisedParts(ours, weights), standardisedParts(theirs, weights)]
  if (!a || !b || ![...ours, ...theirs].every(isTellable)) return cannotTell(comparisons)
  const difference = a.rate - b.rate
  const half = zOf(CONFIDENCE, comparisons) * Math.sqrt(a.variance + b.variance)
  const interval = { low: (difference - half) * per, high: (difference + half) * per }
  return { difference: difference * per, interval, verdict: verdictOf(interval), comparisons }
}

/**
 * An adjusted rate against that of a whole of which we are a part. Layer by layer p − P = (1 − f)(p − r), r being the rest of the
 * whole and f our share of its people there; so the two rates as shown differ by exactly this, and no person is on both sides.
 * Cannot be told where a layer has too few: then the indirect ratio is read.
 */
export function standardisedAgainstWhole(
  ours: readonly Layer[],
  whole: readonly Layer[],
  weights: readonly number[],
  per: number,
  comparisons = 1,
): Difference {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const rests = whole.map((layer, i) => restOf(layer, ours[i]!))
  if (all === 0 || ours.some(({ people }) => people === 0) || rests.every(({ people }) => people === 0))
    return cannotTell(comparisons)
  if (![...ours, ...rests.filter(({ people }) => people > 0)].every(isTellable))
    return cannotTell(comparisons)
  let [difference, variance] = [0, 0]
  ours.forEach((layer, i) => {
    const rest = rests[i]!
    if (rest.people === 0) return // we are the whole there
    const share = ((weights[i] ?? 0) / all) * (1 - layer.people / whole[i]!.people)
    const [p, r] = [layer.counted / layer.people, rest.counted / rest.people]
    difference += share * (p - r)
    variance += share * share * ((p * (1 - p)) / layer.people + (r * (1 - r)) / rest.people)
  })
  const half = zOf(CONFIDENCE, comparisons) * Math.sqrt(variance)
  const interval = { low: (difference - half) * per, high: (difference + half) * per }
  return { difference: difference * per, interval, verdict: verdictOf(interval), comparisons }
}

/**
 * Ours against a whole of which we are a part. What is tested is ours against the rest; what is told is ours against the whole:
 * p − P = (1 − f)(p − r), f being our share of its people, so both limits shrink alike and the verdict stays.
 */
export function againstWhole(difference: Difference, share: number): Difference {
  const { difference: told, interval } = difference
  const shrink = (value: number) => value * (1 - share)
  return {
    ...difference,
    difference: told === null ? null : shrink(told),
    interval: interval && { low: shrink(interval.low), high: shrink(interval.high) },
  }
}

/** A difference of figures in which chance has no part. */
export const plainDifference = (ours: number, theirs: number, comparisons = 1): Difference => ({
  difference: ours - theirs,
  interval: null,
  verdict: 'not-judged',
  comparisons,
})

/** The indirect ratio against 100: the nation's rates are taken as known. */
export function indirectDifference(counted: number, expected: number, comparisons = 1): Difference {
  const interval = indirectInterval(counted, expected, zOf(CONFIDENCE, comparisons))
  if (!interval) return cannotTell(comparisons)
  const around = { low: interval.low - 100, high: interval.high - 100 }
  const difference = (counted / expected) * 100 - 100
  return { difference, interval: around, verdict: verdictOf(around), comparisons }
}
