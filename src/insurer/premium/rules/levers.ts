import type { Ratio } from '../../../platform/exact/index.ts'
import { type Chain, type ChainInput, type ChainValues, firstInsuredShare, monthlyExact } from './chain.ts'

/** Sum and product of exact numbers; denominators above zero. */
const plus = (a: Ratio, b: Ratio): Ratio => ({
  over: BigInt(a.over) * BigInt(b.under) + BigInt(b.over) * BigInt(a.under),
  under: BigInt(a.under) * BigInt(b.under),
})
const scaled = (a: Ratio, over: number, under: number): Ratio => ({
  over: BigInt(a.over) * BigInt(over),
  under: BigInt(a.under) * BigInt(under),
})
const whole = (value: number): Ratio => ({ over: value, under: 1 })
const minus = ({ over, under }: Ratio): Ratio => ({ over: -over, under })
const atMost = (a: Ratio, most: number): Ratio =>
  BigInt(a.over) > BigInt(most) * BigInt(a.under) ? whole(most) : a

/** Need (exact) → monthly premium (exact), as PRM-17 but for a need that is no whole yen. */
const perMonth = (
  need: Ratio,
  input: Pick<ChainInput, 'collectionRatePerMyriad' | 'adjustedInsuredTenths'>,
): Ratio => {
  const one = monthlyExact(1, input)
  return { over: BigInt(need.over) * BigInt(one.over), under: BigInt(need.under) * BigInt(one.under) }
}

export interface LeverSteps {
  sharePerMille: number
  benefitPerMille: number
  collectionPerMyriad: number
  factorPerMyriad: number
}
export type LeverInput = ChainInput & { totalBenefitYen: number }

/**
 * The monthly premium after each lever is moved by its step, everything else as it was (PRM-19). The product of the two factors of the
 * adjustment grant is the one that the expected grant implies; without a grant it is no less than what leads to none.
 * @returns exact monthly amounts
 */
export function moved(
  input: LeverInput,
  chain: Chain,
  law: ChainValues,
  steps: LeverSteps,
): Record<Lever, Ratio> {
  const need = whole(chain.needYen)
  const costYen = input.standardBenefitYen + input.generalProjectYen + input.comprehensiveSupportYen
  const grantBaseYen = input.standardBenefitYen + input.generalProjectYen
  const grantYen = input.adjustmentGrantExpectedYen
  /** The need when the grant changes: its rate never falls below zero, so that no more than the grant is lost. */
  const withGrant = (before: Ratio, change: Ratio) => plus(before, atMost(minus(change), grantYen))
  // α: more of all cost, and a grant that grows (or falls) in step with α, since it is α×（1−F×G）beside the 5 %
  const share = withGrant(
    plus(need, firstInsuredShare(costYen, steps.sharePerMille)),
    scaled(
      whole(grantYen - chain.adjustmentGrantEquivalentYen),
      steps.sharePerMille,
      law.firstInsuredSharePerMille,
    ),
  )
  // benefit: its own share and its 5 %, less the grant at the mean rate
  const more = scaled(whole(input.totalBenefitYen), steps.benefitPerMille, 1000)
  const rate = law.firstInsuredSharePerMille + law.adjustmentEquivalentPerMille
  // without benefits there is neither more of them nor a mean rate
  const grantOfMore = grantBaseYen === 0 ? whole(0) : scaled(more, grantYen, grantBaseYen)
  const benefit = withGrant(plus(need, scaled(more, rate, 1000)), grantOfMore)
  const lessRate = scaled(
    firstInsuredShare(grantBaseYen, law.firstInsuredSharePerMille),
    -steps.factorPerMyriad,
    10_000,
  )
  const factor = withGrant(need, lessRate)
  const lessCollected = input.collectionRatePerMyriad - steps.collectionPerMyriad
  return {
    share: perMonth(share, input),
    benefit: perMonth(benefit, input),
    collection: perMonth(need, { ...input, collectionRatePerMyriad: lessCollected }),
    factor: perMonth(factor, input),
  }
}
export type Lever = 'share' | 'benefit' | 'collection' | 'factor'
