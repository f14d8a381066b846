import type { CriterionKey } from '../../../law/casework/kihon-criteria.ts'
import type { IsoDate } from '../../../platform/calendar/index.ts'
import { type Explained, explained, type Step } from '../../../platform/explanation/index.ts'
import { INSURED_TYPES, type InsuredType, JUDGEMENTS, type Judgement, labelOf } from '../codes.ts'
import type { CountedCriterion } from './criteria.ts'

/** A 認定 of the person. Both days are in force; a 認定 that was withdrawn ends on its last day in force. */
export interface Certification {
  /** support: 要支援1・2 · care: 要介護1～5 */
  level: 'support' | 'care'
  from: IsoDate
  /** last day of validity; null: not known */
  to: IsoDate | null
}

export interface JudgementInput {
  criteria: readonly Pick<CountedCriterion, 'key' | 'label' | 'result'>[]
  /** on the day of the answers; null: not known, e.g. without a birth date */
  insuredType: InsuredType | null
  certification: Certification | null
  answeredOn: IsoDate
}

export interface Judged {
  /** `target` says what the answers show and no more: a 事業対象者 is who the municipality registered (CHK-05) */
  judgement: Judgement
  met: CriterionKey[]
  undetermined: CriterionKey[]
  /** insuredTypeUnknown: ask for the birth date · certificationRuns: judged, but no registration begins while it runs */
  notes: ('insuredTypeUnknown' | 'certificationRuns')[]
}

/**
 * Does the person meet the criteria (CHK-04)? A proposal to the professional who did the checklist.
 * @returns the judgement with the criteria met and those that the missing answers leave open
 * @source 介護保険法施行規則第140条の62の4第2号; 平成27年厚生労働省告示第197号
 */
export function judge(input: JudgementInput): Explained<Judged> {
  const { criteria, insuredType, certification, answeredOn } = input
  const keysOf = (result: string) => criteria.filter((one) => one.result === result).map(({ key }) => key)
  const met = keysOf('met')
  const undetermined = keysOf('undetermined')
  const notes: Judged['notes'] = []
  if (insuredType === null) notes.push('insuredTypeUnknown')
  if (certification && runsOn(certification, answeredOn)) notes.push('certificationRuns')
  const judgement = judgementOf(insuredType, met.length, undetermined.length)
  return explained({ judgement, met, undetermined, notes }, steps(input, judgement))
}

function judgementOf(insuredType: InsuredType | null, met: number, undetermined: number): Judgement {
  if (insuredType === null) return 'undetermined'
  if (insuredType !== 'category1Insured') return 'notApplicable'
  if (met > 0) return 'target'
  return undetermined > 0 ? 'undetermined' : 'notTarget'
}

/** Is the 認定 in force on the day? One without a known end is taken to run on. */
export function runsOn({ from, to }: Certification, on: IsoDate): boolean {
  return from <= on && (to === null || on <= to)
}

function steps({ criteria, insuredType }: JudgementInput, judgement: Judgement): Step[] {
  const labels = (result: string) =>
    criteria
      .filter((one) => one.result === result)
      .map(({ label }) => label)
      .join('、') || 'なし'
  return [
    {
      label: '被保険者の種別',
      formula: '第1号被保険者だけが、チェックリストによって事業対象者になることができる',
      value: insuredType === null ? null : labelOf(INSURED_TYPES, insuredType),
      source: { text: '介護保険法施行規則第140条の62の4第2号' },
      confidence: 'seen',
    },
    { label: '該当した基準', value: labels('met') },
    { label: '判定できない基準', value: labels('undetermined') },
    {
      label: 'チェックリストの判定',
      formula: formulaOf(insuredType),
      value: labelOf(JUDGEMENTS, judgement),
      source: { text: '平成27年厚生労働省告示第197号 様式第二' },
      confidence: 'recalled',
    },
  ]
}

/** The sentence that decided: without 第1号 the criteria do not. */
function formulaOf(insuredType: InsuredType | null): string {
  if (insuredType === null)
    return '種別がわからなければ、該当した基準があっても「判定できない」。生年月日を確かめる'
  if (insuredType !== 'category1Insured') return '第1号被保険者でなければ、該当した基準があっても「対象外」'
  return '一つでも該当すれば「基準に該当」。該当がなく、判定できない基準が残れば「判定できない」'
}
