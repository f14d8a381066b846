import type { Sppb, TimeBand } from '../../../law/casework/short-intensive-cuts.ts'

export interface SppbInput {
  sideHundredthsSecond: number | null
  semiHundredthsSecond: number | null
  tandemHundredthsSecond: number | null
  walkHundredthsSecond: number | null
  isWalkUnable: boolean
  chairHundredthsSecond: number | null
  isChairUnable: boolean
}

/** Points of a time; null without one; 0 when nobody could do it or no band holds so long a time. */
function timed(hundredths: number | null, isUnable: boolean, bands: readonly TimeBand[]): number | null {
  if (isUnable) return 0
  if (hundredths === null) return null
  const band = bands.find(({ upToHundredthsSecond: upTo }) => upTo === null || hundredths <= upTo)
  return band?.points ?? 0
}

/**
 * The three stands in their order: the first that is not held ends the test. One that was not written down was held where a
 * harder one was; null where the one that matters is missing.
 */
function balance(input: SppbInput, sppb: Sppb): number | null {
  const { sideHundredthsSecond: side, semiHundredthsSecond: semi, tandemHundredthsSecond: tandem } = input
  const hold = sppb.holdHundredthsSecond
  const isTandemHeld = tandem !== null && tandem >= hold
  const isSemiHeld = semi === null ? isTandemHeld || null : semi >= hold
  const isSideHeld = side === null ? isSemiHeld || null : side >= hold
  if (isSideHeld === null) return null
  if (!isSideHeld) return 0
  if (isSemiHeld === null) return null
  if (!isSemiHeld) return sppb.sidePoints
  if (tandem === null) return null
  const held = sppb.sidePoints + sppb.semiPoints
  if (isTandemHeld) return held + sppb.tandemPoints
  return tandem >= sppb.tandemPartHundredthsSecond ? held + sppb.tandemPartPoints : held
}

/** A stand that was not held, before a harder one that was: one of the two times is wrong. */
export function notHeldBeforeHarder(
  input: SppbInput,
  { holdHundredthsSecond: hold }: Sppb,
): (keyof SppbInput)[] {
  const order = ['sideHundredthsSecond', 'semiHundredthsSecond', 'tandemHundredthsSecond'] as const
  return order.filter((field, at) => {
    const time = input[field]
    return time !== null && time < hold && order.slice(at + 1).some((harder) => (input[harder] ?? 0) >= hold)
  })
}

/** The most points there are. */
export const mostPoints = ({ sidePoints, semiPoints, tandemPoints, walk, chair }: Sppb): number =>
  [walk, chair]
    .map((bands) => Math.max(...bands.map(({ points }) => points)))
    .reduce((sum, points) => sum + points, sidePoints + semiPoints + tandemPoints)

export interface SppbPoints {
  balance: number | null
  walk: number | null
  chair: number | null
  /** null while one of the three is missing */
  total: number | null
}

/** SPPB, 0 to 12 points. */
export function sppbPoints(input: SppbInput, sppb: Sppb): SppbPoints {
  const parts = {
    balance: balance(input, sppb),
    walk: timed(input.walkHundredthsSecond, input.isWalkUnable, sppb.walk),
    chair: timed(input.chairHundredthsSecond, input.isChairUnable, sppb.chair),
  }
  const { balance: b, walk, chair } = parts
  return { ...parts, total: b === null || walk === null || chair === null ? null : b + walk + chair }
}
