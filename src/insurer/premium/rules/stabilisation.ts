import { product, type Ratio } from '../../../platform/exact/index.ts'
import { type Divide, plainly } from './chain.ts'

/** 財政安定化基金拠出金: the prefecture's rate of all cost, in parts of a million. */
export const contribution = (costYen: number, ratePerMillion: number): Ratio => ({
  over: product(costYen, ratePerMillion),
  under: product(1000, 1000),
})

export interface Shortfall {
  /** what was missing because less was collected than planned */
  underCollectionYen: number
  /** what was missing because benefits were higher */
  benefitExcessYen: number
}

/**
 * What the fund pays for a shortfall: half of the under-collection granted, the rest lent.
 * @returns whole yen; grant and loan sum to the shortfall
 */
export function fundPays(
  { underCollectionYen, benefitExcessYen }: Shortfall,
  grantPerMille: number,
  by: Divide = plainly,
) {
  const grantYen = by('交付金', { over: product(underCollectionYen, grantPerMille), under: 1000 }, 'down')
  return { grantYen, loanYen: underCollectionYen + benefitExcessYen - grantYen }
}

/** 償還金: equal parts without interest; what does not divide is paid in the first year. */
export function repayments(loanYen: number, years: number): number[] {
  const rest = loanYen % years
  const each = (loanYen - rest) / years
  return Array.from({ length: years }, (_, at) => (at === 0 ? each + rest : each))
}
