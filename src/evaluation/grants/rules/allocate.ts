import { product, type Ratio } from '../../../platform/exact/index.ts'

export interface Unit {
  id: string
  /** 評価得点 */
  score: number
  /** 第1号被保険者数 */
  firstInsured: number
}

/**
 * Shares of a budget by score × insured persons, as exact ratios in the unit of the budget.
 * @returns null when nobody has a weight
 */
export function sharesByScoreTimesInsured(budget: number, units: readonly Unit[]): Ratio[] | null {
  const weights = units.map(({ score, firstInsured }) => BigInt(product(score, firstInsured)))
  const under = weights.reduce((sum, weight) => sum + weight, 0n)
  return under === 0n ? null : weights.map((weight) => ({ over: BigInt(budget) * weight, under }))
}
