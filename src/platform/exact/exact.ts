/** How what is left of a division is treated: 切捨て, 四捨五入, 切上げ, 端数処理をしない. One set of names in every rule and file. */
export const DIRECTIONS = ['down', 'half-up', 'up', 'none'] as const
export type Direction = (typeof DIRECTIONS)[number]

export const DIRECTION_LABELS: Readonly<Record<Direction, string>> = {
  down: '切捨て',
  'half-up': '四捨五入',
  up: '切上げ',
  none: '端数処理なし',
}

/** An exact number: numerator ÷ denominator, denominator above zero. Safe integers or big ones, never a decimal. */
export interface Ratio {
  over: number | bigint
  under: number | bigint
}

/** Thrown when `none` meets a remainder: the caller says in Japanese which amount it is. */
export class InexactQuotient extends Error {
  override readonly name = 'InexactQuotient'
}

/** 100兆, the most an input may say: above every sum of public money in Japan, and ninety of them still add up exactly. */
export const LARGEST = 100_000_000_000_000

/** Thrown for an amount that no safe integer holds: the caller says so, for it is the input that is too large. */
export class TooLarge extends RangeError {
  override readonly name = 'TooLarge'
}

/**
 * over ÷ under to a whole multiple of `unit`, without a decimal on the way.
 * @param unit whole, above zero: 1 (円), 10, 100, 1000
 * @param direction `half-up` takes the half away from zero; `none` throws unless the quotient is whole (the unit is ignored)
 * @throws InexactQuotient with `none` and a remainder · TooLarge when the result is no safe integer · RangeError when an argument is no whole number
 */
export function divide({ over, under }: Ratio, direction: Direction, unit = 1): number {
  const step = direction === 'none' ? 1 : unit
  if (!(step >= 1) || !Number.isInteger(step)) throw new RangeError(`unit must be whole and above 0: ${unit}`)
  const by = step === 1 ? under : product(under, step)
  if (isSmall(over) && isSmall(by)) return divideSafe(over, by, direction) * step
  return safe(divideBig(whole(over), whole(by), direction) * BigInt(step))
}

/** Small enough that twice the rest is still exact. */
const isSmall = (value: number | bigint): value is number =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 2 ** 52

function divideSafe(over: number, by: number, direction: Direction): number {
  if (by <= 0) throw new RangeError(`not a denominator: ${by}`)
  const rest = over % by
  const cut = (over - rest) / by
  if (rest === 0) return cut === 0 ? 0 : cut // no -0
  const sign = over > 0 ? 1 : -1 // never zero here: a rest is left
  return direction === 'none' ? inexact(over, by) : cut + away(direction, Math.abs(rest) * 2 >= by, sign)
}

function divideBig(over: bigint, by: bigint, direction: Direction): bigint {
  if (by <= 0n) throw new RangeError(`not a denominator: ${by}`)
  const rest = over % by
  const cut = over / by
  if (rest === 0n) return cut
  const sign = over > 0n ? 1 : -1
  const double = (rest < 0n ? -rest : rest) * 2n
  return direction === 'none' ? inexact(over, by) : cut + BigInt(away(direction, double >= by, sign))
}

/** What is added to the quotient cut towards zero. `down` and `up` are towards less and more, also below zero. */
function away(direction: Exclude<Direction, 'none'>, isHalf: boolean, sign: 1 | -1): number {
  if (direction === 'half-up') return isHalf ? sign : 0
  if (direction === 'up') return sign === 1 ? 1 : 0
  return sign === 1 ? 0 : -1
}

function inexact(over: number | bigint, by: number | bigint): never {
  throw new InexactQuotient(`${over} ÷ ${by} leaves a remainder`)
}

function whole(value: number | bigint): bigint {
  if (typeof value === 'bigint') return value
  if (!Number.isInteger(value)) throw new RangeError(`not a whole number: ${value}`)
  if (!Number.isSafeInteger(value)) throw new TooLarge(`too large to count exactly: ${value}`)
  return BigInt(value)
}

function safe(value: bigint): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new TooLarge(`too large to count exactly: ${value}`)
  return number
}

/** a × b ÷ …: the product of whole numbers, big only where it must be. */
export function product(...factors: readonly (number | bigint)[]): number | bigint {
  let small = 1
  for (const factor of factors) {
    if (typeof factor === 'number' && Number.isSafeInteger(factor) && Number.isSafeInteger(small * factor))
      small *= factor
    else return factors.reduce<bigint>((all, one) => all * whole(one), 1n)
  }
  return small
}

/** The exact number as a decimal text for a step: `6427.92` with 2 digits, cut, with 「…」 where more follows. */
export function decimalText({ over, under }: Ratio, digits: number): string {
  const scaled = whole(over) * 10n ** BigInt(digits)
  const cut = scaled / whole(under)
  const more = scaled % whole(under) !== 0n
  const text = (cut < 0n ? -cut : cut).toString().padStart(digits + 1, '0')
  const point = text.length - digits
  const sign = scaled < 0n ? '-' : ''
  return `${sign}${text.slice(0, point)}${digits ? `.${text.slice(point)}` : ''}${more ? '…' : ''}`
}
