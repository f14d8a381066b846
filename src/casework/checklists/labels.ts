import { kihonCriteria } from '../../law/casework/kihon-criteria.ts'
import { inForce } from '../../law/in-force.ts'

/** 「運動機能の低下、閉じこもり」; empty for none */
export function criterionLabels(keys: readonly string[], answeredOn: string): string {
  const criteria = inForce(kihonCriteria, answeredOn).value
  return keys.map((key) => criteria.find((one) => one.key === key)?.label ?? key).join('、')
}
