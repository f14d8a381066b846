import type { z } from 'zod'
import type { Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { conflict, notFound } from '../../platform/errors/index.ts'
import { addTask } from '../../platform/tasks/index.ts'
import type { Consultation, Received, Referral, ReferralInbox } from './answers.ts'
import { refuseIndividualNumbers } from './free-text.ts'
import { type Consequences, addReferral as planReferral } from './made.ts'
import { consultationIn, referralIn } from './read.ts'
import type { AddedReferral, ReferralResult } from './schema.ts'

/** Refers somebody on after the call; the giver waits for the receipt. A repeated send under one id stores once. */
export async function addReferral(
  work: Work,
  consultationId: string,
  input: z.infer<typeof AddedReferral>,
): Promise<Consultation> {
  refuseIndividualNumbers(work, { toName: input.toName, content: input.content }, input.notAnIndividualNumber)
  work.about('consultation', consultationId)
  return work.write(async (tx) => {
    const source = await consultationIn(tx, work, consultationId)
    work.touched(source.person?.id)
    if (source.withdrawnAt !== null) throw conflict(source)
    if (source.referrals.some(({ id }) => id === input.id)) return source
    const plan: Consequences = { tasks: [], referrals: [], opensAbuseCase: false, made: [] }
    planReferral(plan, consultationId, work.today, input, work.actor)
    await storeReferral(tx, work, source, plan)
    return consultationIn(tx, work, consultationId)
  })
}

async function storeReferral(tx: Tx, work: Work, source: Consultation, plan: Consequences): Promise<void> {
  const place = { personId: source.person?.id ?? null, centreId: source.centre?.id ?? null }
  for (const referral of plan.referrals) {
    await tx.query(
      `insert into casework.referral (insurer_id, id, consultation_id, person_id, centre_id, to_kind, to_name, to_centre_id,
         to_staff_id, consent, content, sent_on, reply_due_on, task_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        work.actor.insurerId,
        referral.id,
        source.id,
        place.personId,
        place.centreId,
        referral.to_kind,
        referral.to_name,
        referral.to_centre_id,
        referral.to_staff_id,
        referral.consent,
        referral.content,
        referral.sent_on,
        referral.reply_due_on,
        referral.task_id,
      ],
    )
  }
  for (const task of plan.tasks) {
    await addTask(tx, work, {
      ...place,
      id: task.id,
      holderId: task.holder_id,
      kind: task.kind,
      title: task.title,
      dueOn: task.due_on,
      state: task.state,
      source: { type: task.source_type, id: task.source_id },
    })
  }
}

/**
 * 受領. A referral to a centre or a member of staff of ours is confirmed by them, through the door, for they may not see the
 * person; one to an outside body by the giver, who was told on the telephone. Ends the giver's 回答待ち. Repeatable.
 */
export async function receiveReferral(
  work: Work,
  id: string,
  version: number,
): Promise<z.infer<typeof Received>> {
  work.about('referral', id)
  const at = work.clock.now().toString()
  return work.write(async (tx) => {
    const [received] = await tx.query<{ id: string; version: number; received_at: string }>(
      'select id, version, received_at from casework.receive_referral($1, $2)',
      [id, at],
    )
    if (received) return { id, version: received.version, receivedAt: received.received_at }
    return confirmByGiver(tx, work, id, version, at)
  })
}

async function confirmByGiver(tx: Tx, work: Work, id: string, version: number, at: string) {
  const stored = await referralIn(tx, work, id)
  if (stored.toCentreId !== null || stored.toStaffId !== null) throw notFound()
  if (stored.receivedAt !== null) return { id, version: stored.version, receivedAt: stored.receivedAt }
  const [changed] = await tx.query<{ version: number; task_id: string | null }>(
    `update casework.referral set received_at = $4, received_by = $5
     where insurer_id = $1 and id = $2 and version = $3 returning version, task_id`,
    [work.actor.insurerId, id, version, at, work.actor.staffId],
  )
  if (!changed) throw conflict(stored)
  await tx.query(
    `update platform.task set state = 'done', done_at = $3, done_by = $4
     where insurer_id = $1 and id = $2 and state in ('open', 'waiting')`,
    [work.actor.insurerId, changed.task_id, at, work.actor.staffId],
  )
  return { id, version: changed.version, receivedAt: at }
}

/** What came of it, written by whoever sees the consultation. */
export async function answerReferral(
  work: Work,
  id: string,
  { version, result, notAnIndividualNumber }: z.infer<typeof ReferralResult>,
): Promise<Referral> {
  refuseIndividualNumbers(work, { result }, notAnIndividualNumber)
  work.about('referral', id)
  return work.write(async (tx) => {
    const stored = await referralIn(tx, work, id)
    const changed = await tx.query(
      `update casework.referral set result = $4, result_at = $5
       where insurer_id = $1 and id = $2 and version = $3 returning id`,
      [work.actor.insurerId, id, version, result, work.clock.now().toString()],
    )
    if (changed.length === 0) throw conflict(stored)
    return referralIn(tx, work, id)
  })
}

/** Referrals addressed to the reader or the reader's centres, those without a receipt first. */
export async function referralInbox(work: Work): Promise<ReferralInbox> {
  const [rows] = (await work.flight([
    {
      text: `select id, version, sent_on as "sentOn", reply_due_on as "replyDueOn", from_centre as "fromCentre",
          from_staff as "fromStaff", to_name as "toName", content, audit_id, person_name as "personName", person_kana as "personKana",
          received_at as "receivedAt", result
        from casework.referrals_to_me($1)`,
      values: [100],
    },
  ])) as [(ReferralInbox['rows'][number] & { audit_id: string | null })[]]
  work.touched(...rows.map((row) => row.audit_id))
  work.about('referral', undefined, { shown: rows.length })
  return { rows: rows.map(({ audit_id: _, ...row }) => row) }
}
