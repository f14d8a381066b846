import { inForce, NoValueInForce } from '../../../law/in-force.ts'
import { firstInsuredSharePerMille } from '../../../law/insurer/first-insured-share.ts'
import { comprehensiveShares } from '../../../law/insurer/funding-shares.ts'
import { planPeriodYears } from '../../../law/insurer/plan-period.ts'
import { adjustmentEquivalentPerMille } from '../../../law/insurer/premium-adjustment-equivalent.ts'
import { checkTolerances } from '../../../law/insurer/premium-check-tolerances.ts'
import { collectionFloors } from '../../../law/insurer/premium-collection-floor.ts'
import { type PlanPeriod, planPeriod } from '../../plan/rules/plan-period.ts'
import type { CheckLaw } from '../rules/check-chain.ts'
import { firstDayOfPeriod } from '../rules/period-day.ts'

export interface CaseLaw extends CheckLaw {
  plan: PlanPeriod
}

/** The national values in force when a plan period begins. */
export function caseLaw(period: number): CaseLaw {
  const on = firstDayOfPeriod(period)
  const count = inForce(planPeriodYears, on).value
  return {
    sharePerMille: inForce(firstInsuredSharePerMille, on).value,
    equivalentPerMille: inForce(adjustmentEquivalentPerMille, on).value,
    hasSupportProgramme: inForce(comprehensiveShares, on).value !== null,
    tolerances: inForce(checkTolerances, on).value,
    floors: floorsOn(on),
    years: count.years,
    plan: planPeriod(period, count),
  }
}

function floorsOn(on: string) {
  try {
    return inForce(collectionFloors, on).value
  } catch (error) {
    if (error instanceof NoValueInForce) return null // earlier periods: the floor is not checked
    throw error
  }
}
