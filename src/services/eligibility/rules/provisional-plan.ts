import { addDays } from '../../../platform/calendar/index.ts'

/** noResult: the application ended without one (withdrawn, death before the survey), treated like 非該当 */
export type ProvisionalResult = 'support' | 'care' | 'notCertified' | 'noResult'

export interface ProvisionalFacts {
  result: ProvisionalResult
  /** 基準に該当 and registered as 事業対象者 before the use */
  isRegistered: boolean
  usedProgramme: boolean
  /** 予防給付 or 介護給付 used meanwhile */
  usedBenefit: boolean
  /** 要介護: first service that is billed as 介護給付; null: none */
  firstCareServiceOn: string | null
  /** 要介護: the provider is designated for 介護給付 and a 居宅サービス計画 covers the days; null: not known */
  isCoveredAsCare: boolean | null
}

export interface Settlement {
  /**
   * paid: by the insurer but for the user's share · full: 10割 by the user · paidUntil: up to `programmePaidTo`, then 10割 ·
   * undetermined: hangs on whether and when something was used that is billed as 介護給付
   */
  programme: 'paid' | 'full' | 'paidUntil' | 'notUsed' | 'undetermined'
  programmePaidTo: string | null
  /** as what it is paid · full: 10割 by the user */
  benefit: 'preventive' | 'care' | 'full' | 'notUsed' | 'undetermined'
  planFee: '46' | 'AF' | '43' | 'none' | 'undetermined'
  /** 43 from this day on, for the new 居宅サービス計画; null: no such day */
  careFeeFrom: string | null
}

/**
 * What is payable of the months of a 暫定プラン once the result is known: it reaches back to the application (ELG-01-h1 to h5).
 * @source 介護保険法第27条第8項・第32条第7項; 市町村の暫定ケアプランの取扱い
 */
export function settle(facts: ProvisionalFacts): Settlement {
  if (facts.result === 'support') return settleSupport(facts)
  return facts.result === 'care' ? settleCare(facts) : settleNothing(facts)
}

/** h1: 要支援 from the application date; the fee as in CPM-01. */
const settleSupport = ({ usedProgramme, usedBenefit }: ProvisionalFacts): Settlement => ({
  programme: usedProgramme ? 'paid' : 'notUsed',
  programmePaidTo: null,
  benefit: usedBenefit ? 'preventive' : 'notUsed',
  planFee: usedBenefit ? '46' : usedProgramme ? 'AF' : 'none',
  careFeeFrom: null,
})

/** h2 with a registration, h3 without: what was used of 予防給付 is the user's in full. */
const settleNothing = ({ isRegistered, usedProgramme, usedBenefit }: ProvisionalFacts): Settlement => ({
  programme: usedProgramme ? (isRegistered ? 'paid' : 'full') : 'notUsed',
  programmePaidTo: null,
  benefit: usedBenefit ? 'full' : 'notUsed',
  planFee: isRegistered && usedProgramme ? 'AF' : 'none',
  careFeeFrom: null,
})

/**
 * h4 with 総合事業 only, h5 with both: 総合事業 is paid until 介護給付 begins, if the person was registered. While nobody knows
 * whether what was used is billed as 介護給付, nobody knows either up to which day 総合事業 is paid.
 */
function settleCare(facts: ProvisionalFacts): Settlement {
  const { isRegistered, usedProgramme, usedBenefit, firstCareServiceOn, isCoveredAsCare } = facts
  const isPaid = usedProgramme && isRegistered
  const isOpen = usedBenefit && isCoveredAsCare === null
  const isCut = !isOpen && firstCareServiceOn !== null
  const programme = isOpen ? 'undetermined' : isCut ? 'paidUntil' : 'paid'
  return {
    programme: isPaid ? programme : usedProgramme ? 'full' : 'notUsed',
    programmePaidTo: isPaid && isCut ? addDays(firstCareServiceOn, -1) : null,
    ...(usedBenefit
      ? coveredAsCare(isCoveredAsCare)
      : { benefit: 'notUsed', planFee: isPaid ? 'AF' : 'none' }),
    careFeeFrom: usedBenefit ? null : firstCareServiceOn,
  }
}

function coveredAsCare(isCovered: boolean | null): Pick<Settlement, 'benefit' | 'planFee'> {
  if (isCovered === null) return { benefit: 'undetermined', planFee: 'undetermined' }
  return isCovered ? { benefit: 'care', planFee: '43' } : { benefit: 'full', planFee: 'none' }
}
