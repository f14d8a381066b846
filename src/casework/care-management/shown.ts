import type { Actor } from '../../platform/access/index.ts'
import { confidenceNote, formatStepValue, type Step } from '../../platform/explanation/index.ts'
import { taskKindLabel } from '../../platform/tasks/index.ts'
import type { Course, EntrustmentShown, RecordShown } from './answers.ts'
import { GAPS, labelOf } from './codes.ts'
import { groupsOf, lawOn, modeOf } from './local.ts'
import type { StoredCourse, StoredEntrustment, StoredRecord } from './row.ts'
import { monthOf } from './rules/months.ts'
import { careManagementType, type TableSource } from './rules/type.ts'
import { nextVisitDue } from './rules/visit-due.ts'

/** A step as the screens show it: its value in words, and its formula, source and doubt in one line. */
export const stepShown = (step: Step): { label: string; value: string | null; note: string | null } => {
  const parts = [step.formula, step.source && `${step.source.text}${confidenceNote(step)}`]
  return {
    label: step.label,
    value: step.value === undefined ? null : formatStepValue(step.value, step.unit),
    note: parts.filter(Boolean).join('：') || (step.source ? null : confidenceNote(step)) || null,
  }
}

export const gapsShown = (gaps: readonly string[]) =>
  gaps.map((code) => ({ code, label: labelOf(GAPS, code) }))

const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })

export const recordShown = (row: StoredRecord, actor: Actor): RecordShown => ({
  id: row.id,
  version: row.version,
  subject: row.subject,
  doneOn: row.doneOn,
  way: row.way,
  staff: { id: row.staffId, name: row.staffName ?? '' },
  organisationName: row.organisationName,
  result: row.result,
  change: row.change,
  outcome: row.outcome,
  planFrom: row.planFrom,
  planTo: row.planTo,
  minutes: row.minutes,
  confirmedAt: row.confirmedAt,
  confirmedByName: row.confirmedByName,
  opinion: row.opinion,
  needsConfirmation: row.organisationId !== null && row.confirmedAt === null && row.withdrawnAt === null,
  withdrawnAt: row.withdrawnAt,
  withdrawnReason: row.withdrawnReason,
  mine: row.staffId === actor.staffId,
})

export const entrustmentShown = (row: StoredEntrustment, today: string): EntrustmentShown => ({
  id: row.id,
  version: row.version,
  organisation: { id: row.organisationId, name: row.organisationName },
  contractor: named(row.contractorId, row.contractorName),
  from: row.from,
  to: row.to,
  handOver: row.handOver,
  committeeOn: row.committeeOn,
  sentAt: row.sentAt,
  sentByName: row.sentByName,
  receivedAt: row.receivedAt,
  receivedByName: row.receivedByName,
  declinedAt: row.declinedAt,
  declineReason: row.declineReason,
  endedAt: row.endedAt,
  endReason: row.endReason,
  state: stateOf(row, today),
})

function stateOf(row: StoredEntrustment, today: string): EntrustmentShown['state'] {
  if (row.declinedAt) return 'declined'
  if (row.to !== null && row.to < today) return 'ended'
  if (row.receivedAt === null) return 'waiting'
  return row.from > today ? 'future' : 'running'
}

export interface StoredTaskOfCourse {
  id: string
  courseId: string
  kind: string
  title: string
  dueOn: string
  holderName: string | null
  state: string
}

interface Parts {
  records: readonly StoredRecord[]
  entrustments: readonly StoredEntrustment[]
  tasks: readonly StoredTaskOfCourse[]
  types: TableSource
}

/** A course as its page shows it. */
export function courseShown(row: StoredCourse, parts: Parts, actor: Actor, today: string): Course {
  const ofThis = <T extends { courseId: string }>(list: readonly T[]) =>
    list.filter(({ courseId }) => courseId === row.id)
  const records = ofThis(parts.records)
  return {
    id: row.id,
    version: row.version,
    person: { id: row.personId, name: row.personName, kana: row.personKana },
    centre: named(row.centreId, row.centreName),
    level: row.level,
    levelSource: row.levelSource,
    services: row.services,
    typeProposed: row.typeProposed,
    type: row.type,
    typeDecidedByName: row.typeDecidedByName,
    typeDecidedAt: row.typeDecidedAt,
    typeReason: row.typeReason,
    staff: named(row.staffId, row.staffName),
    contract: row.contract,
    choices: row.choices,
    startMonth: row.startMonth,
    mode: {
      kind: row.mode,
      months: row.modeMonths,
      conditions: Object.keys(row.modeConditions),
      note: row.modeNote,
    },
    planFrom: row.planFrom,
    planTo: row.planTo,
    evaluationOn: row.evaluationOn,
    state: row.state,
    openedOn: row.openedOn,
    startedOn: row.startedOn,
    endedOn: row.endedOn,
    endReason: row.endReason,
    visitDueOn: row.visitDueOn,
    spanDueOn: row.spanDueOn,
    contactDueOn: row.contactDueOn,
    evaluationDueOn: row.evaluationDueOn,
    gaps: gapsShown(row.gaps),
    records: records.map((one) => recordShown(one, actor)),
    entrustments: ofThis(parts.entrustments).map((one) => entrustmentShown(one, today)),
    tasks: ofThis(parts.tasks).map(({ courseId: _, ...task }) => ({
      ...task,
      kindLabel: taskKindLabel(task.kind),
    })),
    steps: {
      type: careManagementType(groupsOf(row.services), parts.types).steps.map(stepShown),
      visit: visitSteps(row, records, today).map(stepShown),
    },
    warnings: warningsOf(row),
  }
}

function visitSteps(row: StoredCourse, records: readonly StoredRecord[], today: string): Step[] {
  if (row.type !== 'A' || row.state !== 'running') return []
  const last = records
    .filter(({ way, withdrawnAt }) => way === 'home' && withdrawnAt === null)
    .map(({ doneOn }) => monthOf(doneOn))
    .sort()
    .at(-1)
  return nextVisitDue(
    {
      startMonth: row.startMonth,
      lastHomeVisitMonth: last ?? null,
      mode: modeOf(row.mode, row.modeMonths),
      evaluationOn: row.evaluationOn,
    },
    lawOn(today).interval,
  ).steps
}

/** What the page says beside the course: not refused, but somebody should see to it. */
export function warningsOf(
  row: Pick<StoredCourse, 'contract' | 'choices' | 'staffId' | 'state' | 'isPast'>,
): string[] {
  if (row.state === 'ended') return []
  if (row.isPast) return ['死亡または転出の記録があります。終了日と理由を決めて、終えてください。']
  const warnings: string[] = []
  if (row.contract.consentedOn === null) {
    warnings.push('契約の同意がまだありません。最初の支援の前に、重要事項を説明して同意を得てください。')
  } else if (row.contract.endedOn !== null) {
    warnings.push('契約が終わっています。続けるときは、新しい同意を記録してください。')
  }
  const silent = row.choices.filter(({ reason }) => reason === null)
  if (silent.length > 0) {
    warnings.push(`事業所を選んだ理由がありません（${silent.map(({ chosen }) => chosen).join('・')}）。`)
  }
  if (row.staffId === null) warnings.push('責任者が決まっていません。担当の職員を選んでください。')
  return warnings
}
