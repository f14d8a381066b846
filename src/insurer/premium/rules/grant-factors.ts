import { product, type Ratio } from '../../../platform/exact/index.ts'

export interface BandWeight {
  unitYen: number
  nationalSharePerMyriad: number
}

/** PRM-06: the nation's mean monthly benefit by age ÷ the municipality's; above 1 where people are younger than the nation's. */
export function elderlyFactor(bands: readonly BandWeight[], personsByBand: readonly number[]): Ratio {
  const national = sum(
    bands.map(({ nationalSharePerMyriad, unitYen }) => product(nationalSharePerMyriad, unitYen)),
  )
  const municipal = sum(bands.map(({ unitYen }, at) => product(personsByBand[at] ?? 0, unitYen)))
  return { over: product(national, sum(personsByBand)), under: product(municipal, 10_000) }
}

export interface StageShare {
  /** the nation's standard ratio of the stage, ‰ */
  standardPerMille: number
  persons: number
  nationalSharePerMyriad: number
}

/** PRM-07, the factor of the grant: 1 − Σ（1−標準割合）×（その市町村の割合−全国の割合）. */
export function incomeFactor(stages: readonly StageShare[]): Ratio {
  const all = sum(stages.map(({ persons }) => persons))
  const away = stages.reduce<bigint>((total, { standardPerMille, persons, nationalSharePerMyriad }) => {
    const difference = BigInt(persons) * 10_000n - BigInt(nationalSharePerMyriad) * all
    return total + BigInt(1000 - standardPerMille) * difference
  }, 0n)
  const under = product(all, 10_000, 1000)
  return { over: BigInt(under) - away, under }
}

export interface GrantRateInput {
  sharePerMille: number
  equivalentPerMille: number
  /** F and G with four decimals: 9634 is 0.9634 */
  elderlyFactorPerMyriad: number
  incomeFactorPerMyriad: number
}

/** PRM-08: （α＋5%）−α×F×G, never below zero. */
export function grantRate(input: GrantRateInput): Ratio {
  const { sharePerMille, equivalentPerMille, elderlyFactorPerMyriad, incomeFactorPerMyriad } = input
  const whole = BigInt(product(sharePerMille + equivalentPerMille, 10_000, 10_000))
  const own = BigInt(product(sharePerMille, elderlyFactorPerMyriad, incomeFactorPerMyriad))
  return { over: whole > own ? whole - own : 0n, under: product(1000, 10_000, 10_000) }
}

/** A ratio in parts of ten thousand. */
export const perMyriadOf = ({ over, under }: Ratio): Ratio => ({ over: product(over, 10_000), under })

/** Of an amount at a rate. */
export const part = (amountYen: number, rate: Ratio): Ratio => ({
  over: product(amountYen, rate.over),
  under: rate.under,
})

const sum = (values: readonly (number | bigint)[]): bigint =>
  values.reduce<bigint>((total, value) => total + BigInt(value), 0n)
