import { kihonCriteria } from '../../../law/casework/kihon-criteria.ts'
import { inForce } from '../../../law/in-force.ts'
import type { IsoDate } from '../../../platform/calendar/index.ts'

/** null is 未確認, never いいえ. */
export const consentWord = (consent: boolean | null): string =>
  consent === null ? '未確認' : consent ? '同意あり' : '同意なし'

/** 運動機能の低下、口腔機能の低下 */
export function criteriaWords(met: readonly string[], checklistOn: IsoDate | null): string {
  if (checklistOn === null) return ''
  const criteria = inForce(kihonCriteria, checklistOn).value
  return met.map((key) => criteria.find((one) => one.key === key)?.label ?? key).join('、')
}
