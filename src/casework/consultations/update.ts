import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { conflict, invalid } from '../../platform/errors/index.ts'
import { correctJournalOf, removeJournalOf } from '../../platform/journal/index.ts'
import { addTask, withdrawTasksOf } from '../../platform/tasks/index.ts'
import { cleanText } from '../../platform/text/index.ts'
import type { Consultation } from './answers.ts'
import { consultationTexts, refuseIndividualNumbers } from './free-text.ts'
import { addAbuseCase, type Consequences, followUpTitle } from './made.ts'
import { consultationIn } from './read.ts'
import { dayInJapan, entryErrors } from './rules/entry.ts'
import type { ConsultationChange } from './schema.ts'
import { foldedText } from './store.ts'

/** A stored record with the change laid over it; what was not sent stays. */
function changed(stored: Consultation, change: ConsultationChange) {
  const { version: _, notAnIndividualNumber: __, ...sent } = change
  const given = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined))
  const merged: Consultation & { responderId: string | null } = {
    ...stored,
    responderId: stored.responder?.id ?? null,
    ...given,
  }
  return { ...merged, receivedOn: dayInJapan(merged.receivedAt) }
}
type Changed = ReturnType<typeof changed>

/**
 * Corrects a consultation; journal, follow-up task and the abuse gate follow in the same transaction.
 * @throws 404; 409 with the stored record when somebody saved first; 422 fields
 */
export async function updateConsultation(
  work: Work,
  id: string,
  change: ConsultationChange,
): Promise<Consultation> {
  refuseIndividualNumbers(work, consultationTexts(change), change.notAnIndividualNumber)
  work.about('consultation', id, {
    fields: Object.keys(change).filter((field) => !['version', 'notAnIndividualNumber'].includes(field)),
  })
  return work.write(async (tx) => {
    const stored = await lockedConsultation(tx, work, id, change.version)
    const next = changed(stored, change)
    await checkEntry(tx, work, next)
    await updateRow(tx, work, next)
    await correctJournalOf(tx, work, id, { day: next.receivedOn, minutes: next.minutes })
    await followUp(tx, work, stored, next)
    if (next.topics.includes('abuse') && stored.abuseCaseId === null) await openAbuseCase(tx, work, next)
    return consultationIn(tx, work, id)
  })
}

/** The stored record, of the version that the reader saw and not withdrawn; the row stays locked until the end. */
export async function lockedConsultation(
  tx: Tx,
  work: Work,
  id: string,
  version: number,
): Promise<Consultation> {
  await tx.query('select id from casework.consultation where insurer_id = $1 and id = $2 for update', [
    work.actor.insurerId,
    id,
  ])
  const stored = await consultationIn(tx, work, id)
  work.touched(stored.person?.id)
  if (stored.version !== version || stored.withdrawnAt !== null) throw conflict(stored)
  return stored
}

async function checkEntry(tx: Tx, work: Work, next: Changed): Promise<void> {
  const errors = entryErrors(
    { ...next, personId: next.person?.id, unnamed: next.person ? undefined : next.unnamed },
    work.clock.now().toString(),
  )
  if (next.responderId) {
    const found = await tx.query('select 1 from registers.staff where insurer_id = $1 and id = $2', [
      work.actor.insurerId,
      next.responderId,
    ])
    if (found.length === 0) {
      errors.push({
        path: 'responderId',
        code: 'absent',
        message: '対応者: この職員は登録されていません。選び直してください。',
      })
    }
  }
  if (errors.length > 0) throw invalid(errors)
}

const updateRow = (tx: Tx, { actor }: Work, next: Changed) => {
  const text = cleanText(next.text)
  const answer = next.answer ? cleanText(next.answer) : null
  return tx.query(
    `update casework.consultation set received_at = $3, received_on = $4, ended_at = $5, minutes = $6, channel = $7,
       continuity = $8, caller = $9, caller_name = $10, caller_phone = $11, household = $12, topics = $13, urgency = $14,
       responder_id = $15, responded_at = $16, text = $17, text_fold = $18, answer = $19, responses = $20, consent = $21,
       consent_reason = $22, next_action = $23, due_on = $24, close_reason = $25, unnamed_age_band = $26, unnamed_sex = $27
     where insurer_id = $1 and id = $2`,
    [
      actor.insurerId,
      next.id,
      next.receivedAt,
      next.receivedOn,
      next.endedAt,
      next.minutes,
      next.channel,
      next.continuity,
      next.caller,
      next.callerName || null,
      next.callerPhone || null,
      next.household,
      [...new Set(next.topics)],
      next.urgency,
      next.responderId,
      next.respondedAt,
      text,
      foldedText(text, answer),
      answer,
      [...new Set(next.responses)],
      next.consent,
      next.consentReason || null,
      next.nextAction || null,
      next.dueOn,
      next.closeReason || null,
      next.person ? null : (next.unnamed?.ageBand ?? null),
      next.person ? null : (next.unnamed?.sex ?? null),
    ],
  )
}

/** The follow-up task takes over a new day or wording; without a day it is withdrawn. */
async function followUp(tx: Tx, work: Work, stored: Consultation, next: Changed): Promise<void> {
  if (stored.dueOn === next.dueOn && stored.nextAction === next.nextAction) return
  const title = followUpTitle(next.nextAction)
  const open = await tx.query<{ id: string }>(
    `update platform.task set title = $3, due_on = coalesce($4::date, due_on),
       state = case when $4::date is null then 'withdrawn' else state end
     where insurer_id = $1 and source_id = $2 and kind = 'consultation-follow-up' and state in ('open', 'waiting')
     returning id`,
    [work.actor.insurerId, stored.id, title, next.dueOn],
  )
  if (open.length > 0 || next.dueOn === null) return
  await addTask(tx, work, {
    personId: stored.person?.id ?? null,
    centreId: stored.centre?.id ?? null,
    kind: 'consultation-follow-up',
    title,
    dueOn: next.dueOn,
    source: { type: 'consultation', id: stored.id },
  })
}

async function openAbuseCase(tx: Tx, work: Work, { id, person, centre }: Changed): Promise<void> {
  const result: Consequences = { tasks: [], referrals: [], opensAbuseCase: false, made: [] }
  addAbuseCase(result, id, work.actor, work.today)
  const place = { personId: person?.id ?? null, centreId: centre?.id ?? null }
  await tx.query(
    `insert into casework.abuse_case (insurer_id, person_id, centre_id, consultation_id, opened_at, opened_by)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      work.actor.insurerId,
      place.personId,
      place.centreId,
      id,
      work.clock.now().toString(),
      work.actor.staffId,
    ],
  )
  for (const task of result.tasks) {
    await addTask(tx, work, {
      ...place,
      kind: task.kind,
      title: task.title,
      dueOn: task.due_on,
      source: { type: 'consultation', id },
    })
  }
}

/**
 * 取下げ: the record stays with its reason and counts nowhere; its open tasks end. An abuse case stays open, for a suspicion
 * is closed by its own procedure only.
 */
export async function withdrawConsultation(
  work: Work,
  id: string,
  { version, reason }: { version: number; reason: string },
): Promise<Consultation> {
  work.about('consultation', id)
  return work.write(async (tx) => {
    const stored = await lockedConsultation(tx, work, id, version)
    await tx.query(
      'update casework.consultation set withdrawn_at = $3, withdrawn_reason = $4 where insurer_id = $1 and id = $2',
      [work.actor.insurerId, id, work.clock.now().toString(), reason],
    )
    await withdrawTasksOf(tx, work, id)
    for (const referral of stored.referrals) await withdrawTasksOf(tx, work, referral.id)
    await removeJournalOf(tx, work, id)
    return consultationIn(tx, work, id)
  })
}
