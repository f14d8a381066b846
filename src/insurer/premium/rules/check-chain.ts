import type { CheckTolerances } from '../../../law/insurer/premium-check-tolerances.ts'
import type { CollectionFloor } from '../../../law/insurer/premium-collection-floor.ts'
import type { Ratio } from '../../../platform/exact/index.ts'
import type { Check } from './check.ts'
import { type AdoptedPrinted, checkAdopted, checkMonthly, recomputedMonthly } from './check-adopted.ts'
import {
  type AmountsPrinted,
  checkShares,
  checkSums,
  type SharesPrinted,
  type ShareValues,
} from './check-amounts.ts'
import { checkGrant, type GrantPrinted } from './check-grant.ts'
import { checkCollection, checkNeed, type NeedPrinted, needsOf, onAssumption } from './check-need.ts'
import { checkHeadCount, checkPersons, type PersonsPrinted } from './check-persons.ts'

/** A premium calculation as a plan prints it; null for what it does not print. */
export interface PrintedChain
  extends AmountsPrinted,
    SharesPrinted,
    GrantPrinted,
    NeedPrinted,
    PersonsPrinted,
    AdoptedPrinted {}

export interface CheckLaw extends ShareValues {
  tolerances: CheckTolerances
  /** null where none is in force */
  floors: readonly CollectionFloor[] | null
  /** of a plan period */
  years: number
}

/** What the print's own figures lead to. */
export interface Recomputed {
  needBeforeDrawYen: number | null
  needYen: number | null
  monthly: Ratio | null
}

/** VAL-01 to VAL-08 over one printed chain. */
export function checkChain(
  printed: PrintedChain,
  law: CheckLaw,
): { checks: Check[]; recomputed: Recomputed } {
  const { tolerances } = law
  const { beforeYen, afterYen, isAssumed } = needsOf(printed)
  const doubted = (checks: Check[]) => (isAssumed ? checks.map(onAssumption) : checks)
  const monthly = recomputedMonthly(printed, afterYen)
  const premium = doubted(checkMonthly(printed, monthly, tolerances))
  const isPremiumMet = premium.every(({ isMet }) => isMet)
  const follows = isAssumed ? null : monthly
  const heads = checkHeadCount(printed, { ...printed, needYen: afterYen }, follows, isPremiumMet, tolerances)
  // a plain head count explains the premium that does not follow: said once
  const isExplained = heads.some(({ isMet, isWarning }) => !(isMet || isWarning))
  const { monthlyHundredths } = printed
  const shown = monthlyHundredths === null ? null : { over: monthlyHundredths, under: 100 }
  // by the exact amount where the print agrees with it
  const adopted = checkAdopted(printed, isPremiumMet ? (monthly ?? shown) : shown)
  const isFromNeedAlone = shown === null && monthly !== null && printed.adopt !== null
  const checks = [
    ...checkSums(printed, tolerances),
    ...checkShares(printed, law, tolerances),
    ...checkGrant(printed, law, tolerances),
    ...checkNeed(printed, tolerances),
    ...checkCollection(printed.collectionRatePerMyriad, printed.insuredPersons, law.years, law.floors),
    ...checkPersons(printed, tolerances),
    ...heads,
    ...(isExplained ? [] : premium),
    ...(isFromNeedAlone ? doubted(adopted) : adopted),
  ]
  return { checks, recomputed: { needBeforeDrawYen: beforeYen, needYen: afterYen, monthly } }
}
