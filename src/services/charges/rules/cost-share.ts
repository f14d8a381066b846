import type { RuleContext } from '../../../platform/computation/index.ts'
import { product } from '../../../platform/exact/index.ts'

/** Divides and names what it did; services pass `(_, exact, direction) => divide(exact, direction)`. */
export type Round = RuleContext<unknown>['round']

export interface CostShare {
  costYen: number
  insuranceYen: number
  userYen: number
}

/**
 * 費用の額: units by the price of one, what is below a yen cut off (YEN-02).
 * @param priceHundredths price of one unit in hundredths of a yen: 1140 means 11.40円
 * @source 厚生労働大臣が定める一単位の単価（平成27年厚生労働省告示第93号）
 */
export const costYenOf = (units: number, priceHundredths: number, round: Round): number =>
  round('費用の額', { over: product(units, priceHundredths), under: 100 }, 'down')

/**
 * Cost, what the insurance pays, and the user's part, which is the rest: the cut yen fall to the user (YEN-02).
 * @param shareTenths 利用者負担割合 in 割: 1, 2, 3, or 4 under 給付制限
 */
export function costShare(
  units: number,
  priceHundredths: number,
  shareTenths: number,
  round: Round,
): CostShare {
  const costYen = costYenOf(units, priceHundredths, round)
  const insuranceYen = round('保険給付額', { over: product(costYen, 10 - shareTenths), under: 10 }, 'down')
  return { costYen, insuranceYen, userYen: costYen - insuranceYen }
}
