import type { Work } from '../../platform/database/work.ts'
import { type FieldError, invalid } from '../../platform/errors/index.ts'
import { screenForIndividualNumber } from '../privacy/index.ts'
import { FLEXIBLE_CONDITIONS, VIDEO_CONDITIONS } from './codes.ts'
import { lawOn } from './local.ts'
import type { CourseChange, NewRecord } from './schema.ts'

const wrong = (path: string, message: string): FieldError => ({ path, code: 'refused', message })

type CourseFields = Omit<CourseChange, 'version'>

/** What no single field of a course can see. @throws Problem 422 */
export function checkCourse(fields: CourseFields, openedOn: string, today: string): void {
  const errors: FieldError[] = [
    ...modeErrors(fields, today),
    ...periodErrors(fields),
    ...contractErrors(fields.contract, today),
  ]
  if (openedOn > today)
    errors.push(wrong('openedOn', '開始した日: まだ来ていない日です。今日までの日を入力してください。'))
  if (fields.state === 'running' && fields.type === null) {
    errors.push(
      wrong('type', '類型: 実施中にするには、類型を決めてください。まだのときは準備中のままにします。'),
    )
  }
  if (errors.length > 0) throw invalid(errors)
}

function modeErrors({ mode, type, services }: CourseFields, today: string): FieldError[] {
  const law = lawOn(today).interval.value
  const missing = (conditions: readonly { code: string; label: string }[]) =>
    conditions.filter(({ code }) => !mode.conditions.includes(code)).map(({ label }) => label)
  if (mode.kind === 'standard') return []
  if (type !== 'A') {
    return [
      wrong('mode.kind', 'モニタリングの方法: 類型Aの計画だけが対象です。3か月に1回の訪問を選んでください。'),
    ]
  }
  if (mode.kind === 'video') {
    if (law.spansPerVisitByVideo === null)
      return [wrong('mode.kind', 'モニタリングの方法: この日にはテレビ電話の扱いがありません。')]
    const absent = missing(VIDEO_CONDITIONS)
    return absent.length === 0
      ? []
      : [
          wrong(
            'mode.conditions',
            `テレビ電話の条件が足りません: ${absent.join('、')}。満たすまでは訪問です。`,
          ),
        ]
  }
  const errors: FieldError[] = []
  if (services.some(({ group }) => group === 'preventive')) {
    errors.push(
      wrong('mode.kind', 'モニタリングの方法: 予防給付を使う計画（介護予防支援）では、間隔を延ばせません。'),
    )
  }
  if (mode.months === null || mode.months <= law.spanMonths) {
    errors.push(wrong('mode.months', `間隔: ${law.spanMonths}か月より長い月数を入力してください。`))
  }
  const absent = missing(FLEXIBLE_CONDITIONS)
  if (absent.length > 0) {
    errors.push(wrong('mode.conditions', `間隔を延ばす4つの条件が足りません: ${absent.join('、')}。`))
  }
  return errors
}

function periodErrors({ planFrom, planTo, evaluationOn }: CourseFields): FieldError[] {
  const errors: FieldError[] = []
  if (planFrom !== null && planTo !== null && planTo < planFrom) {
    errors.push(wrong('planTo', '計画の終わり: 初日より前です。初日かそれより後の日を入力してください。'))
  }
  if (evaluationOn !== null && planFrom !== null && evaluationOn < planFrom) {
    errors.push(wrong('evaluationOn', '評価期間の終わり: 計画の初日より前です。'))
  }
  if (evaluationOn !== null && planTo !== null && evaluationOn > planTo) {
    errors.push(
      wrong('evaluationOn', '評価期間の終わり: 計画の終わりより後です。計画の中の日を入力してください。'),
    )
  }
  return errors
}

function contractErrors(contract: CourseFields['contract'], today: string): FieldError[] {
  const errors: FieldError[] = []
  const { explainedOn, consentedOn, endedOn, endReason } = contract
  if (consentedOn !== null && consentedOn > today) {
    errors.push(wrong('contract.consentedOn', '同意の日: まだ来ていない日です。'))
  }
  if (consentedOn !== null && explainedOn === null) {
    errors.push(wrong('contract.explainedOn', '説明した日: 同意の前に説明した日を入力してください。'))
  }
  if (consentedOn !== null && explainedOn !== null && consentedOn < explainedOn) {
    errors.push(wrong('contract.consentedOn', '同意の日: 説明した日より前です。'))
  }
  if (endedOn !== null && endReason === null) {
    errors.push(wrong('contract.endReason', '契約を終えた理由: 入力してください。'))
  }
  return errors
}

type RecordFields = Omit<NewRecord, 'id'>

/** What no single field of a record can see. @throws Problem 422 */
export function checkRecord(fields: RecordFields, work: Work, openedOn: string): void {
  const errors: FieldError[] = []
  if (fields.doneOn > work.today) {
    errors.push(wrong('doneOn', '行った日: まだ来ていない日です。今日までの日を入力してください。'))
  }
  if (fields.doneOn < openedOn && fields.subject !== 'assessment') {
    errors.push(wrong('doneOn', '行った日: ケアマネジメントを始める前の日です。日付を確かめてください。'))
  }
  if (fields.subject === 'evaluation' && fields.outcome === null) {
    errors.push(wrong('outcome', '今後の方針: 継続・変更・終了のどれかを選んでください。'))
  }
  if (fields.subject === 'plan') errors.push(...planErrors(fields, work))
  if (errors.length > 0) throw invalid(errors)
}

function planErrors({ planFrom, planTo }: RecordFields, { actor }: Work): FieldError[] {
  if (actor.reach !== 'assignment') {
    return [
      wrong(
        'subject',
        '計画の原案: 委託先だけが提出します。センターの計画の期間は、ケアマネジメントの修正で入力してください。',
      ),
    ]
  }
  if (planFrom === null || planTo === null) {
    return [wrong('planFrom', '計画の期間: 初日と終わりを入力してください。')]
  }
  return planTo < planFrom ? [wrong('planTo', '計画の終わり: 初日より前です。')] : []
}

/** PRV-02: refuses texts that may hold a 個人番号, naming each field and never the digits. @throws Problem 422 */
export function refuseNumbers(
  work: Work,
  texts: Record<string, string | null | undefined>,
  isOverridden: boolean | undefined,
): void {
  const errors: FieldError[] = []
  for (const [path, text] of Object.entries(texts)) {
    const result = text ? screenForIndividualNumber(text) : null
    if (result && !result.ok) errors.push({ path, code: result.code, message: result.message })
  }
  if (errors.length === 0) return
  if (!isOverridden) throw invalid(errors)
  work.about('care-management', undefined, { notAnIndividualNumber: errors.map(({ path }) => path) })
}

export const courseTexts = (fields: CourseFields) => ({
  typeReason: fields.typeReason,
  'mode.note': fields.mode.note,
  'contract.endReason': fields.contract.endReason,
  ...Object.fromEntries(fields.choices.map(({ reason }, at) => [`choices.${at}.reason`, reason])),
})
