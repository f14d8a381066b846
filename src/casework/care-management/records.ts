import { recordCondition } from '../../platform/access/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { conflict, notFound, Problem } from '../../platform/errors/index.ts'
import { correctJournalOf, removeJournalOf, writeJournal } from '../../platform/journal/index.ts'
import type { Course } from './answers.ts'
import { checkRecord, refuseNumbers } from './checks.ts'
import { courseIn, subjectIn } from './read.ts'
import { refreshCourse } from './refresh.ts'
import { SELECT_RECORDS, type StoredRecord } from './row.ts'
import type { Confirmation, NewRecord, RecordChange } from './schema.ts'
import { recordShown } from './shown.ts'
import { journalKindOf } from './words.ts'

/**
 * Records a visit, a contact, an evaluation or a contractor's plan draft: the record, its journal row, the tasks it does and
 * those that follow, in one transaction. A send repeated under the same id stores nothing and answers the same.
 */
export async function addRecord(work: Work, courseId: string, input: NewRecord): Promise<Course> {
  refuseNumbers(work, { result: input.result }, input.notAnIndividualNumber)
  work.about('monitoring', input.id)
  return work.write(async (tx) => {
    const course = await courseIn(tx, work, courseId)
    if (course.state === 'ended') throw hasEnded()
    checkRecord(input, work, course.openedOn)
    const person = await subjectIn(tx, work, course.person.id)
    if (!(await insertRecord(tx, work, course, person.centreId, input))) {
      await sameAsSent(tx, work, courseId, input.id)
      return course
    }
    await writeJournal(tx, work, {
      day: input.doneOn,
      kind: journalKindOf(input.subject, input.way),
      personId: person.id,
      areaId: person.areaId,
      minutes: input.minutes,
      unit: '回',
      count: 1,
      source: { type: 'monitoring', id: input.id },
    })
    await refreshCourse(tx, work, courseId, { because: 'record' })
    return courseIn(tx, work, courseId)
  })
}

const hasEnded = () =>
  new Problem('care-management.ended', 409, '終わったケアマネジメントです', {
    detail: '記録を加えるには、先に「終了を取り消す」で実施中に戻してください。',
  })

async function insertRecord(
  tx: Tx,
  { actor }: Work,
  course: Course,
  centreId: string | null,
  input: NewRecord,
): Promise<boolean> {
  const isContractor = actor.reach === 'assignment'
  const rows = await tx.query(
    `insert into casework.monitoring (insurer_id, id, course_id, person_id, centre_id, subject, done_on, way, staff_id,
       organisation_id, recorded_centre_id, result, change, outcome, plan_from, plan_to, minutes, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $9)
     on conflict (insurer_id, id) do nothing returning id`,
    [
      actor.insurerId,
      input.id,
      course.id,
      course.person.id,
      centreId,
      input.subject,
      input.doneOn,
      input.way,
      actor.staffId,
      isContractor ? actor.organisationId : null,
      isContractor ? null : actor.centreId,
      input.result,
      input.change,
      input.subject === 'evaluation' ? input.outcome : null,
      input.subject === 'plan' ? input.planFrom : null,
      input.subject === 'plan' ? input.planTo : null,
      input.minutes,
    ],
  )
  return rows.length === 1
}

async function sameAsSent(tx: Tx, { actor }: Work, courseId: string, id: string): Promise<void> {
  const rows = await tx.query(
    'select 1 from casework.monitoring where insurer_id = $1 and id = $2 and course_id = $3 and created_by = $4',
    [actor.insurerId, id, courseId, actor.staffId],
  )
  if (rows.length > 0) return
  throw new Problem('id-taken', 409, 'この記録は保存できません', {
    detail: '同じ番号の別の記録があります。画面を開き直し、もう一度保存してください。',
  })
}

/** Where a record stands, for the links of journal and timeline. @throws notFound */
export function findRecord(work: Work, id: string): Promise<{ personId: string; courseId: string }> {
  work.about('monitoring', id)
  return work.read(async (tx) => {
    const { personId, courseId } = await recordIn(tx, work, id)
    work.touched(personId)
    return { personId, courseId }
  })
}

async function recordIn(tx: Tx, { actor, today }: Work, id: string): Promise<StoredRecord> {
  const { sql, values } = recordCondition(actor, today, { alias: 'r', person: 'person_id', next: 2 })
  const [record] = await tx.query<StoredRecord>(`${SELECT_RECORDS} where r.id = $1 and ${sql}`, [
    id,
    ...values,
  ])
  if (!record) throw notFound()
  return record
}

/** One's own record in the version that was seen; a confirmed one is the contractor's no longer. */
async function ownRecord(tx: Tx, work: Work, id: string, version: number): Promise<StoredRecord> {
  const stored = await recordIn(tx, work, id)
  work.touched(stored.personId)
  if (stored.staffId !== work.actor.staffId || !isOfOffice(stored, work)) throw notOwn()
  if (stored.version !== version) throw conflict(recordShown(stored, work.actor))
  if (stored.withdrawnAt !== null) throw isWithdrawn()
  if (work.actor.reach === 'assignment' && stored.confirmedAt !== null) throw isConfirmed()
  return stored
}

/** Who changed from a centre to an office, or between offices, leaves the records to where they were written. */
const isOfOffice = ({ organisationId }: StoredRecord, { actor }: Work): boolean =>
  actor.reach !== 'assignment' || organisationId === actor.organisationId

const notOwn = () =>
  new Problem('monitoring.not-own', 409, 'ほかの職員の記録です', {
    detail: '記録を直せるのは、書いた本人だけです。書いた職員に直してもらうか、新しい記録を加えてください。',
  })
const isWithdrawn = () =>
  new Problem('monitoring.withdrawn', 409, '取り下げた記録です', {
    detail: '必要なときは、新しい記録を加えてください。',
  })
const isConfirmed = () =>
  new Problem('monitoring.confirmed', 409, 'センターが確認した記録です', {
    detail: '直すところがあるときは、センターに連絡するか、新しい記録を加えてください。',
  })

/** Corrects a record; journal, due dates and tasks follow. @throws 404 · 409 · 422 */
export async function changeRecord(work: Work, id: string, change: RecordChange): Promise<Course> {
  refuseNumbers(work, { result: change.result }, change.notAnIndividualNumber)
  work.about('monitoring', id)
  return work.write(async (tx) => {
    const stored = await ownRecord(tx, work, id, change.version)
    const course = await courseIn(tx, work, stored.courseId)
    checkRecord({ ...change, subject: stored.subject as NewRecord['subject'] }, work, course.openedOn)
    await tx.query(
      `update casework.monitoring set done_on = $3, way = $4, result = $5, change = $6, outcome = $7, plan_from = $8,
         plan_to = $9, minutes = $10
       where insurer_id = $1 and id = $2`,
      [
        work.actor.insurerId,
        id,
        change.doneOn,
        change.way,
        change.result,
        change.change,
        stored.subject === 'evaluation' ? change.outcome : null,
        stored.subject === 'plan' ? change.planFrom : null,
        stored.subject === 'plan' ? change.planTo : null,
        change.minutes,
      ],
    )
    await correctJournalOf(tx, work, id, { day: change.doneOn, minutes: change.minutes })
    await tx.query(
      'update platform.journal set kind = $3 where insurer_id = $1 and source_id = $2 and kind <> $3',
      [work.actor.insurerId, id, journalKindOf(stored.subject as NewRecord['subject'], change.way)],
    )
    await refreshCourse(tx, work, stored.courseId, { because: 'course' })
    return courseIn(tx, work, stored.courseId)
  })
}

/** Takes a record back with its reason; it counts nowhere and what it had done is due again. */
export async function withdrawRecord(
  work: Work,
  id: string,
  { version, reason }: { version: number; reason: string },
): Promise<Course> {
  work.about('monitoring', id)
  return work.write(async (tx) => {
    const stored = await ownRecord(tx, work, id, version)
    await tx.query(
      `update casework.monitoring set withdrawn_at = $3, withdrawn_by = $4, withdrawn_reason = $5
       where insurer_id = $1 and id = $2`,
      [work.actor.insurerId, id, work.clock.now().toString(), work.actor.staffId, reason],
    )
    await removeJournalOf(tx, work, id)
    await refreshCourse(tx, work, stored.courseId, { because: 'course' })
    return courseIn(tx, work, stored.courseId)
  })
}

/** 確認 of a contractor's record by the centre, with its opinion; a plan draft may give its days to the course (CPM-05 a). */
export async function confirmRecord(work: Work, id: string, input: Confirmation): Promise<Course> {
  refuseNumbers(work, { opinion: input.opinion }, false)
  work.about('monitoring', id)
  return work.write(async (tx) => {
    const stored = await recordIn(tx, work, id)
    work.touched(stored.personId)
    if (stored.version !== input.version) throw conflict(recordShown(stored, work.actor))
    if (!recordShown(stored, work.actor).needsConfirmation) throw notNeeded()
    await tx.query(
      `update casework.monitoring set confirmed_at = $3, confirmed_by = $4, opinion = $5 where insurer_id = $1 and id = $2`,
      [work.actor.insurerId, id, work.clock.now().toString(), work.actor.staffId, input.opinion],
    )
    if (stored.subject === 'plan' && input.takesPlan) {
      await tx.query(
        `update casework.care_management set plan_from = $3, plan_to = $4, evaluation_on = $4 where insurer_id = $1 and id = $2`,
        [work.actor.insurerId, stored.courseId, stored.planFrom, stored.planTo],
      )
    }
    await refreshCourse(tx, work, stored.courseId, { because: 'record' })
    return courseIn(tx, work, stored.courseId)
  })
}

const notNeeded = () =>
  new Problem('monitoring.no-confirmation', 409, '確認のいらない記録です', {
    detail: 'センターの記録か、もう確認した記録です。画面を開き直してください。',
  })
