import type { InsuredType, LevelCode } from '../../../casework/certifications/codes.ts'
import type {
  EligibilityState,
  EligibilityTable,
  EligibleService,
} from '../../../law/services/eligibility.ts'
import type { Adoption } from '../codes.ts'

export type UsableLevel = Exclude<LevelCode, '11'>
export interface EligibilityFacts {
  /** 01 no status, 06 事業対象者 once registered; null: not known */
  level: UsableLevel | null
  insuredType: Exclude<InsuredType, 'notInsured'> | null
  /** used the service without a break since before 要介護認定, and wishes to go on; null: not known */
  isContinuous: boolean | null
  /** the municipality opened the service to 継続利用要介護者 */
  continuing: Adoption
  /** the municipality opened 一般介護予防事業 to 第2号 */
  general2: Adoption
}
export type Answer = 'yes' | 'no' | 'undetermined'

/** States that the facts allow; several where something is not known. */
export function statesOf({ level, insuredType, isContinuous }: EligibilityFacts): EligibilityState[] {
  if (level === null) return []
  if (level === '06') return ['programme']
  if (level === '01') return insuredType === 'category1Insured' ? ['none'] : []
  if (level === '12' || level === '13') {
    if (insuredType === null) return ['support1', 'support2']
    return [insuredType === 'category1Insured' ? 'support1' : 'support2']
  }
  if (isContinuous === null) return ['careContinuing', 'careOther']
  return [isContinuous ? 'careContinuing' : 'careOther']
}

/**
 * May this person use this service (ELG-01)? Where something is not known, the answer stands only if every possible state
 * gives the same.
 * @source 介護保険法第115条の45第1項; 介護保険法施行規則第140条の62の4
 */
export function mayUse(facts: EligibilityFacts, service: EligibleService, table: EligibilityTable): Answer {
  const answers = new Set(statesOf(facts).map((state) => answerOf(facts, table[state][service])))
  const [only] = answers
  return answers.size === 1 && only !== undefined ? only : 'undetermined'
}

function answerOf(
  { continuing, general2 }: EligibilityFacts,
  verdict: EligibilityTable[EligibilityState][EligibleService],
): Answer {
  if (verdict === 'yes' || verdict === 'no') return verdict
  return { adopted: 'yes', notAdopted: 'no', unset: 'undetermined' }[
    verdict === 'ifAdopted' ? continuing : general2
  ] as Answer
}
