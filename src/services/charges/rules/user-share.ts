import type { ShareLimits, ShareThresholds } from '../../../law/services/user-share.ts'
import { addDays } from '../../../platform/calendar/index.ts'

export type ShareTenths = 1 | 2 | 3

export interface ShareFacts {
  insuredType: 'category1Insured' | 'category2Insured' | null
  /** 市町村民税非課税, or 生活保護 */
  isExempt: boolean | null
  /** 本人の合計所得金額 */
  ownIncomeYen: number | null
  /** household members of 65 and over, the person among them */
  elderlyCount: number | null
  /** 年金収入＋その他の合計所得金額 of all of them */
  elderlyIncomeYen: number | null
}

/**
 * 利用者負担割合 (SHR-01). What is not known is tried at both ends: where they give the same share it is settled, otherwise
 * there is no answer and the 負担割合証 says it.
 * @returns 割; null: the known facts leave it open
 * @source 介護保険法第49条の2; 同法施行令第22条の2
 */
export function userShare(facts: ShareFacts, law: ShareThresholds): ShareTenths | null {
  const lowest = shareOf(
    {
      insuredType: facts.insuredType ?? 'category2Insured',
      isExempt: facts.isExempt ?? true,
      ownIncomeYen: facts.ownIncomeYen ?? 0,
      elderlyCount: facts.elderlyCount ?? 2, // the limit of two is the higher one
      elderlyIncomeYen: facts.elderlyIncomeYen ?? 0,
    },
    law,
  )
  const highest = shareOf(
    {
      insuredType: facts.insuredType ?? 'category1Insured',
      isExempt: facts.isExempt ?? false,
      ownIncomeYen: facts.ownIncomeYen ?? Number.POSITIVE_INFINITY,
      elderlyCount: facts.elderlyCount ?? 1,
      elderlyIncomeYen: facts.elderlyIncomeYen ?? Number.POSITIVE_INFINITY,
    },
    law,
  )
  return lowest === highest ? lowest : null
}

type Known = { [K in keyof ShareFacts]: NonNullable<ShareFacts[K]> }

function shareOf(facts: Known, law: ShareThresholds): ShareTenths {
  if (facts.insuredType === 'category2Insured' || facts.isExempt) return 1
  const reaches = ({ ownYen, aloneYen, householdYen }: ShareLimits) =>
    facts.ownIncomeYen >= ownYen &&
    facts.elderlyIncomeYen >= (facts.elderlyCount === 1 ? aloneYen : householdYen)
  if (reaches(law['3'])) return 3 // number: the name of the share
  return reaches(law['2']) ? 2 : 1
}

/** First and last day of the year of a 負担割合証 in which a month lies. @param month 'YYYY-MM' */
export function shareYear(month: string, startMonth: number): { from: string; to: string } {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const first = number < startMonth ? year - 1 : year
  const start = String(startMonth).padStart(2, '0')
  return { from: `${first}-${start}-01`, to: addDays(`${first + 1}-${start}-01`, -1) }
}
