import { addDays, daysInMonth, fromIso, type IsoDate, toIso } from '../../../platform/calendar/index.ts'

/** lastDayExcluded: 60 days before the end (default) · lastDayCounted: some towns count the last day as the first */
export type WindowCounting = 'lastDayExcluded' | 'lastDayCounted'

/**
 * First day on which 更新申請 can be made (CRT-05); the last is the end itself.
 * @param days 60, in force on the day
 * @source 介護保険法施行規則第39条・第53条
 */
export const renewalOpensOn = (lastDay: IsoDate, days: number, counting: WindowCounting): IsoDate =>
  addDays(lastDay, -days + (counting === 'lastDayCounted' ? 1 : 0))

/** The day that many months before another; the last of the month where it has no such day. */
export function monthsBefore(day: IsoDate, months: number): IsoDate {
  const { year, month, day: d } = fromIso(day)
  const counted = year * 12 + (month - 1) - months
  const [y, m] = [Math.floor(counted / 12), (counted % 12) + 1]
  return toIso({ year: y, month: m, day: Math.min(d, daysInMonth(y, m)) })
}

/** Where a 認定 stands with its renewal. */
export type RenewalState = 'later' | 'soon' | 'open' | 'expired'

/** soon: from `soonOn` (3 months before, local) · open: 更新申請 can be made · expired: the last day is past */
export function renewalState(
  today: IsoDate,
  { lastDay, opensOn, soonOn }: { lastDay: IsoDate; opensOn: IsoDate; soonOn: IsoDate },
): RenewalState {
  if (today > lastDay) return 'expired'
  if (today >= opensOn) return 'open'
  return today >= soonOn ? 'soon' : 'later'
}

/**
 * Day until which a 認定 has to be decided (CRT-06); the day of the application is not counted, holidays do not move it.
 * @param days 30, in force on the day of application
 * @returns null: day of application not known
 * @source 介護保険法第27条第11項・第32条第9項; 民法第140条
 */
export const decisionDueOn = (appliedOn: IsoDate | null, days: number): IsoDate | null =>
  appliedOn === null ? null : addDays(appliedOn, days)

export type DiseaseCheck = 'ok' | 'diseaseMissing' | 'unknown' | 'notInsured'

/**
 * May the result be decided (CRT-07)? A 第2号 applicant needs a stated 特定疾病, by the insured type on the day of application.
 * unknown: the insured type is open, ask for the birth date. notInsured: nothing is certified (介護扶助 pays, INS-01).
 */
export function diseaseCheck(
  insuredType: 'category1Insured' | 'category2Insured' | 'notInsured' | null,
  disease: string | null,
): DiseaseCheck {
  if (insuredType === null) return 'unknown'
  if (insuredType === 'notInsured') return 'notInsured'
  return insuredType === 'category2Insured' && !disease ? 'diseaseMissing' : 'ok'
}
