import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { conflict, Problem } from '../../platform/errors/index.ts'
import { correctJournalOf, removeJournalOf } from '../../platform/journal/index.ts'
import { addTask, withdrawTasksOf } from '../../platform/tasks/index.ts'
import type { Checklist } from './answers.ts'
import { confirmationTask, confirmer, endConfirmationTasks } from './confirmation-task.ts'
import { needStaff, readOrRefuse, refuseDay, refuseIndividualNumber, sameDay } from './create.ts'
import { answerCells, answersFrom } from './entry.ts'
import { type SheetPerson, sheetPerson, standingOf } from './facts.ts'
import { judgeSheet } from './judge-sheet.ts'
import { checklistIn } from './read.ts'
import type { ChecklistChange } from './schema.ts'
import { judgedColumns, LOCK_PEOPLE, SHEET_COLUMNS } from './store.ts'

/** A stored sheet with the change laid over it; what was not sent stays. */
function changed(stored: Checklist, change: ChecklistChange, today: string) {
  const answeredOn = change.answeredOn ?? stored.answeredOn
  const answers =
    change.cells && change.coding
      ? readOrRefuse({ coding: change.coding, cells: change.cells, answeredOn }, today)
      : answersFrom(stored.answers)
  const or = <T>(sent: T | undefined, kept: T) => (sent === undefined ? kept : sent)
  return {
    answeredOn,
    answers,
    coding: change.coding ?? stored.coding,
    height: or(change.height, stored.heightHundredthsCm),
    weight: or(change.weight, stored.weightHundredthsKg),
    method: change.method ?? stored.method,
    respondent: or(change.respondent, stored.respondent as ChecklistChange['respondent']),
    staffId: change.staffId ?? stored.staff.id,
    note: or(change.note, stored.note) || null,
    minutes: or(change.minutes, stored.minutes) ?? null,
  }
}
type Changed = ReturnType<typeof changed>

/** Does the change touch what is judged? Then the facts are taken anew and a confirmation no longer holds. */
const isJudgedAnew = (stored: Checklist, next: Changed): boolean =>
  next.answeredOn !== stored.answeredOn ||
  next.height !== stored.heightHundredthsCm ||
  next.weight !== stored.weightHundredthsKg ||
  JSON.stringify(answerCells(next.answers)) !== JSON.stringify(stored.answers)

/**
 * Corrects a sheet; the journal follows. When what is judged changes, the proposal is computed anew, an earlier confirmation
 * ends (history keeps it), and the task to confirm comes back.
 * @throws 404; 409 with the stored sheet when somebody saved first; 409 `same-day`; 409 `checklist.not-own`,
 *   `checklist.confirmed` to a contractor; 422 fields
 */
export async function changeChecklist(work: Work, id: string, change: ChecklistChange): Promise<Checklist> {
  refuseIndividualNumber(work, change.note, change.notAnIndividualNumber)
  const fields = Object.keys(change).filter((field) => !['version', 'notAnIndividualNumber'].includes(field))
  work.about('checklist', id, { fields })
  return work.write(async (tx) => {
    const stored = await ownChecklist(tx, work, id, change.version)
    const next = changed(stored, change, work.today)
    await needStaff(tx, work, change.staffId)
    if (next.answeredOn !== stored.answeredOn) await needOtherDay(tx, work, stored, next.answeredOn)
    const person = isJudgedAnew(stored, next) ? await sheetPerson(tx, work, stored.person.id) : null
    await updateRow(tx, work, id, next, person && (await judgeAnew(tx, work, person, next)))
    if (person && stored.confirmation) await addConfirmationTask(tx, work, id, person)
    await correctJournalOf(tx, work, id, { day: next.answeredOn, minutes: next.minutes })
    if (next.staffId !== stored.staff.id) {
      await tx.query('update platform.journal set staff_id = $3 where insurer_id = $1 and source_id = $2', [
        work.actor.insurerId,
        id,
        next.staffId,
      ])
    }
    return checklistIn(tx, work, id)
  })
}

/** The stored sheet, of the version that the reader saw and not withdrawn; the row stays locked until the end. */
export async function lockedChecklist(tx: Tx, work: Work, id: string, version: number): Promise<Checklist> {
  await tx.query('select id from casework.checklist where insurer_id = $1 and id = $2 for update', [
    work.actor.insurerId,
    id,
  ])
  const stored = await checklistIn(tx, work, id)
  work.touched(stored.person.id)
  if (stored.version !== version || stored.withdrawnAt !== null) throw conflict(stored)
  return stored
}

/** The locked sheet, where the actor may change it: a contractor only what it recorded at its office and nobody confirmed. */
async function ownChecklist(tx: Tx, work: Work, id: string, version: number): Promise<Checklist> {
  const { actor } = work
  if (actor.reach === 'assignment') {
    const stored = await checklistIn(tx, work, id)
    work.touched(stored.person.id)
    const [row] = await tx.query<{ isOwn: boolean }>(
      `select coalesce($3 in (staff_id, created_by), false) and recorded_centre_id is null as "isOwn"
       from casework.checklist where insurer_id = $1 and id = $2`,
      [actor.insurerId, id, actor.staffId],
    )
    if (!row?.isOwn) throw notOwn()
  }
  const stored = await lockedChecklist(tx, work, id, version)
  if (actor.reach === 'assignment' && stored.confirmation !== null) throw isConfirmed()
  return stored
}

const notOwn = () =>
  new Problem('checklist.not-own', 409, 'ほかの職員のチェックリストです', {
    detail:
      '委託先で直したり取り下げたりできるのは、自分で記録した枚だけです。記録した職員かセンターに連絡してください。',
  })
const isConfirmed = () =>
  new Problem('checklist.confirmed', 409, '確認の済んだチェックリストです', {
    detail:
      '判定を確認した後は、委託先からは変えられません。直すところがあるときは、センターに連絡してください。',
  })

async function needOtherDay(
  tx: Tx,
  work: Work,
  { id, person }: Checklist,
  answeredOn: string,
): Promise<void> {
  await tx.query(LOCK_PEOPLE, [[person.id]])
  const [other] = await tx.query<{ id: string }>(
    `select id from casework.checklist where insurer_id = $1 and person_id = $2 and answered_on = $3
       and withdrawn_at is null and id <> $4`,
    [work.actor.insurerId, person.id, answeredOn, id],
  )
  if (other) throw sameDay(other.id, answeredOn)
}

/** The columns of the proposal, computed anew from the facts as they are known now. */
async function judgeAnew(tx: Tx, work: Work, person: SheetPerson, next: Changed) {
  refuseDay(next.answeredOn, work.today, person)
  const standing = await standingOf(tx, work, person, next.answeredOn)
  const { value } = judgeSheet({
    ...next,
    ...standing,
    heightHundredthsCm: next.height,
    weightHundredthsKg: next.weight,
  })
  return judgedColumns(value, standing)
}

/** @param judged null: what is judged stays, and so does the confirmation */
const updateRow = (
  tx: Tx,
  { actor }: Work,
  id: string,
  next: Changed,
  judged: ReturnType<typeof judgedColumns> | null,
) => {
  const row = {
    answered_on: next.answeredOn,
    answers: answerCells(next.answers),
    coding: next.coding,
    height_hundredths_cm: next.height,
    weight_hundredths_kg: next.weight,
    method: next.method,
    respondent: next.respondent ?? null,
    staff_id: next.staffId,
    note: next.note,
    minutes: next.minutes,
    ...judged,
  }
  return tx.query(judged ? UPDATE_JUDGED : UPDATE, [actor.insurerId, id, JSON.stringify(row)])
}

const OURS = ['method', 'respondent', 'staff_id', 'note', 'minutes', 'coding']
const JUDGED =
  `answered_on answers height_hundredths_cm weight_hundredths_kg judgement met undetermined known_points
  unknown_points insured_type certification_level certification_from certification_to`.split(/\s+/)
const updateOf = (columns: readonly string[], more = '') =>
  `update casework.checklist c set ${columns.map((column) => `${column} = n.${column}`).join(', ')}${more}
   from jsonb_to_record($3::jsonb) as n(${SHEET_COLUMNS}) where c.insurer_id = $1 and c.id = $2`
const UPDATE = updateOf(OURS)
const UPDATE_JUDGED = updateOf(
  [...OURS, ...JUDGED],
  ', confirmed_judgement = null, confirmed_by = null, confirmed_at = null, confirmed_reason = null',
)

async function addConfirmationTask(tx: Tx, work: Work, id: string, person: SheetPerson): Promise<void> {
  const task = confirmationTask(work.today, {
    person_id: person.id,
    centre_id: person.centreId,
    holder_id: await confirmer(tx, work, person),
    source_type: 'checklist',
    source_id: id,
  })
  await addTask(tx, work, {
    id: task.id,
    personId: task.person_id,
    centreId: task.centre_id,
    holderId: task.holder_id,
    kind: 'checklist-confirmation',
    title: task.title,
    dueOn: task.due_on,
    source: { type: 'checklist', id },
  })
}

/** 取下げ: the sheet stays with its reason and counts nowhere; its task ends. @throws 404; 409, as for a change */
export async function withdrawChecklist(
  work: Work,
  id: string,
  { version, reason }: { version: number; reason: string },
): Promise<Checklist> {
  work.about('checklist', id)
  return work.write(async (tx) => {
    await ownChecklist(tx, work, id, version)
    await tx.query(
      `update casework.checklist set withdrawn_at = $3, withdrawn_by = $4, withdrawn_reason = $5
       where insurer_id = $1 and id = $2`,
      [work.actor.insurerId, id, work.clock.now().toString(), work.actor.staffId, reason],
    )
    await withdrawTasksOf(tx, work, id)
    await endConfirmationTasks(tx, work, [id])
    await removeJournalOf(tx, work, id)
    return checklistIn(tx, work, id)
  })
}
