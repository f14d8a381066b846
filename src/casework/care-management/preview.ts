import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { standingOn } from '../registrations/index.ts'
import type { Proposal } from './answers.ts'
import { LEVELS, type Level } from './codes.ts'
import { dueSettings, lawOn, typeTable } from './local.ts'
import { subjectIn } from './read.ts'
import { RECORD_FACTS } from './row.ts'
import { duesOf, dueTitle, type RecordFacts } from './rules/dues.ts'
import { careManagementKind, KIND_LABELS } from './rules/kind.ts'
import { careManagementType } from './rules/type.ts'
import { type MonitoringMode, nextVisitDue } from './rules/visit-due.ts'
import type { PreviewBody } from './schema.ts'
import { gapsShown, stepShown } from './shown.ts'

const nothing: RecordFacts = {
  lastHomeVisitOn: null,
  lastSpanOn: null,
  lastContactOn: null,
  evaluatedOn: null,
  lastMarkedOn: null,
  oldestUnconfirmedOn: null,
}

/** What would follow from the form as it stands: proposals with their steps and the first due dates. Stores nothing. */
export function previewCourse(work: Work, body: PreviewBody): Promise<Proposal> {
  work.about('person', body.personId)
  const { insurerId } = work.actor
  return work.read(async (tx) => {
    const [, standing, types, settings, records] = await Promise.all([
      subjectIn(tx, work, body.personId),
      standingOn(tx, insurerId, body.personId, work.today),
      typeTable(tx, insurerId, work.today),
      dueSettings(tx, insurerId, work.today),
      body.courseId ? recordFacts(tx, insurerId, body.courseId, body.personId) : nothing,
    ])
    work.touched(body.personId)
    const law = lawOn(work.today)
    const level = body.level ?? LEVELS.find(({ code }) => code === standing.level)?.code ?? null
    const mode = soundMode(body.mode, law.interval.value.spanMonths)
    const kind = careManagementKind(level, usedOf(body), law.services)
    const type = careManagementType(body.groups, types)
    const decided = body.type ?? type.value
    const { dues, gaps } = duesOf(
      {
        state: body.state,
        type: decided,
        startMonth: body.startMonth,
        mode,
        typeBMonths: body.mode.months ?? settings.typeBMonths,
        evaluationOn: body.evaluationOn,
        openedOn: body.openedOn ?? work.today,
        hasContract: body.consentedOn !== null,
      },
      records,
      settings,
      law.interval,
    )
    const visit =
      decided === 'A'
        ? nextVisitDue(
            {
              startMonth: body.startMonth,
              lastHomeVisitMonth: records.lastHomeVisitOn?.slice(0, 7) ?? null,
              mode,
              evaluationOn: body.evaluationOn,
            },
            law.interval,
          ).steps
        : []
    return {
      standing: { level: standing.level, label: standing.label, from: standing.from, to: standing.to },
      kind: { value: kind.value, label: KIND_LABELS[kind.value], steps: kind.steps.map(stepShown) },
      type: { value: type.value, steps: type.steps.map(stepShown) },
      visit: visit.map(stepShown),
      dues: dues
        .map((due) => ({ slot: due.slot, label: dueTitle(due), dueOn: due.dueOn, holderName: null }))
        .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)),
      gaps: gapsShown(gaps),
      warnings: warningsFor(level, body.level, standing.level, body),
    }
  })
}

/** Of a course of this person; of any other there are none. */
async function recordFacts(
  tx: Tx,
  insurerId: number,
  courseId: string,
  personId: string,
): Promise<RecordFacts> {
  const own = await tx.query(
    'select 1 from casework.care_management where insurer_id = $1 and id = $2 and person_id = $3',
    [insurerId, courseId, personId],
  )
  if (own.length === 0) return nothing
  const [row] = await tx.query<RecordFacts>(RECORD_FACTS, [insurerId, courseId])
  return row ?? nothing
}

/** A mode that is not complete yet counts as the standard one, until it is. */
const soundMode = ({ kind, months }: PreviewBody['mode'], span: number): MonitoringMode => {
  if (kind === 'flexible') return months !== null && months > span ? { kind, months } : { kind: 'standard' }
  return { kind }
}

/** Codes where they are known; a group alone still tells 予防給付 from 総合事業. */
const usedOf = ({ groups, codes }: PreviewBody) => [
  ...codes.filter((code) => code !== '').map((code) => ({ code: code.toUpperCase() })),
  ...(groups.includes('preventive') && codes.every((code) => code === '') ? [{ code: '63' }] : []),
  ...(groups.some((group) => !['preventive', 'general'].includes(group)) ? [{ code: 'A6' }] : []),
]

function warningsFor(
  level: Level | null,
  typed: string | null,
  standing: string | null,
  { groups }: PreviewBody,
): string[] {
  const warnings: string[] = []
  if (level === null) {
    warnings.push('認定も事業対象者の登録も見つかりません。要介護度がわかったら入力してください。')
  } else if (typed !== null && standing !== null && typed !== standing) {
    warnings.push('入力した要介護度が、認定・登録の記録と違います。どちらが正しいか確かめてください。')
  }
  if (level !== null && level >= '21') {
    warnings.push('要介護の方です。ケアプランは居宅介護支援で作ります。')
  }
  if (level === '06' && groups.includes('preventive')) {
    warnings.push('事業対象者は予防給付のサービスを使えません。')
  }
  return warnings
}
