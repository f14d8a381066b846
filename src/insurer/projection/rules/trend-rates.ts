import { isLess, NO_RATE, type Rate, rateOf } from './rate.ts'

/** Certified of one level among the insured of one cell. */
export interface CellCount {
  insured: number
  certified: number
}
export interface Trend {
  later: CellCount
  earlier: CellCount
  /** years between the two */
  years: number
}
export interface TrendedRate {
  rate: Rate
  /** −1: held up by the lower limit · 1: held down by the upper one · 0: within */
  clamped: -1 | 0 | 1
}

/**
 * 自然体の認定率 (PRJ-003) of the plan years: base + n × Δ, not further from the base than the limit, from 0 to 1.
 * @param clampPerMille 100: a tenth of the rate of the base year up and down
 * @returns one rate for each n from 1; all 0 where the base year has none insured or none certified
 */
export function trendRates(
  base: CellCount,
  { later, earlier, years }: Trend,
  { clampPerMille, planYears }: { clampPerMille: number; planYears: number },
): TrendedRate[] {
  const start = rateOf(base.certified, base.insured)
  if (start.over === 0n)
    return Array.from({ length: planYears }, () => ({ rate: NO_RATE, clamped: 0 as const }))
  const perMille = BigInt(clampPerMille)
  const lowest = rateOf(start.over * (1000n - perMille), start.under * 1000n)
  const above = rateOf(start.over * (1000n + perMille), start.under * 1000n)
  const highest = isLess(WHOLE, above) ? WHOLE : above
  const from = rateOf(earlier.certified, earlier.insured)
  const to = rateOf(later.certified, later.insured)
  const under = start.under * from.under * to.under * BigInt(years)
  const still = start.over * from.under * to.under * BigInt(years)
  const step = (to.over * from.under - from.over * to.under) * start.under
  return Array.from({ length: planYears }, (_, index) => {
    const over = still + BigInt(index + 1) * step
    if (over * lowest.under < lowest.over * under) return { rate: lowest, clamped: -1 }
    if (over * highest.under > highest.over * under) return { rate: highest, clamped: 1 }
    return { rate: rateOf(over, under), clamped: 0 }
  })
}
const WHOLE: Rate = { over: 1n, under: 1n, value: 1 }
