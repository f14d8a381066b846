import { TooLarge } from '../../../platform/exact/index.ts'

/**
 * An exact share of whole numbers, with the nearest decimal beside it. The decimal only says which whole number a product
 * is surely nearest to; where it cannot say (near a half), the whole numbers decide. So every rounding is exact.
 */
export interface Rate {
  over: bigint
  under: bigint
  value: number
}

/** over ÷ under, both zero or more; under 0 makes it 0 (nobody to count). */
export function rateOf(over: number | bigint, under: number | bigint): Rate {
  if (BigInt(under) === 0n) return NO_RATE
  return { over: BigInt(over), under: BigInt(under), value: Number(over) / Number(under) }
}
export const NO_RATE: Rate = { over: 0n, under: 1n, value: 0 }

/** Four roundings to the nearest decimal lie in `count × value`: four parts of 2^53. Eight are allowed for. */
const DOUBT = 2 ** -50 // number: of floating point, no law

/**
 * ROUND(count × rate), halves up.
 * @param count a whole number, zero or more, below 2^53
 * @throws TooLarge when the result is no safe integer
 */
export function roundTimes(count: number, rate: Rate): number {
  const near = count * rate.value
  const down = Math.floor(near)
  const pastHalf = near - down - 1 / 2
  if (Math.abs(pastHalf) > near * DOUBT) return pastHalf < 0 ? down : down + 1
  const exact = Number((2n * BigInt(count) * rate.over + rate.under) / (2n * rate.under))
  if (!Number.isSafeInteger(exact)) throw new TooLarge(`too large to count exactly: ${exact}`)
  return exact
}

/** Whether a is less than b, exactly. */
export const isLess = (a: Rate, b: Rate): boolean => a.over * b.under < b.over * a.under

/** `33/250`, in lowest terms. */
export function rateText({ over, under }: Rate): string {
  const common = greatestCommon(over, under)
  return `${over / common}/${under / common}`
}
const greatestCommon = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestCommon(b, a % b))
