import { z } from 'zod'
import { whole } from '../../../platform/computation/index.ts'
import { product, type Ratio } from '../../../platform/exact/index.ts'

/** A yearly rate of 1.08 is 1,080,000 millionths. */
export const MILLIONTHS = 1_000_000 // number: the unit of a rate, no law

export const growthRates = (title: string) =>
  z
    .array(whole('1年の伸び率', '百万分の1', { min: 1, max: 2 * MILLIONTHS }), {
      error: `${title}: 年ごとの伸び率を並べてください。伸びがなければ空にします。`,
    })
    .max(100, `${title}: 100年分までです。`)
    .meta({ title, description: `${title}（百万分の1。1.08なら 1080000）。基準年度の翌年から順に並べます。` })

/** amount × every rate, exact. */
export function grown(amountYen: number, rates: readonly number[]): Ratio {
  return { over: product(amountYen, ...rates), under: BigInt(product(...rates.map(() => MILLIONTHS))) }
}

/** All rates in one, cut to four places, for a line of the derivation. */
export const allRates = (rates: readonly number[]): Ratio => grown(1, rates)
