import type { Statement, Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { notFound } from '../../platform/errors/index.ts'
import type { Consultation, Referral } from './answers.ts'
import { readable } from './scope.ts'

const named = (id: string, name: string) =>
  `case when ${name} is not null then jsonb_build_object('id', ${id}, 'name', ${name}) end`

/** Columns as the answer names them. Instants stay columns of their own: inside jsonb they would lose their form. */
const RECORD = `select c.id, c.version, c.centre_id as "centreId",
    case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name, 'kana', p.kana) end as person,
    case when c.person_id is null then jsonb_build_object('ageBand', coalesce(c.unnamed_age_band, 'unknown'),
      'sex', coalesce(c.unnamed_sex, 'unknown'), 'areaId', c.area_id) end as unnamed,
    ${named('k.id', 'k.name')} as centre, ${named('rk.id', 'rk.name')} as "recordedCentre", ${named('a.id', 'a.name')} as area,
    jsonb_build_object('id', c.staff_id, 'name', coalesce(s.name, '')) as staff, c.profession,
    c.received_on as "receivedOn", c.received_at as "receivedAt", c.ended_at as "endedAt", c.minutes, c.channel, c.continuity,
    c.caller, c.caller_name as "callerName", c.caller_phone as "callerPhone", c.household, c.topics, c.urgency,
    ${named('rs.id', 'rs.name')} as responder, c.responded_at as "respondedAt", c.text, c.answer, c.responses, c.consent,
    c.consent_reason as "consentReason", c.next_action as "nextAction", c.due_on as "dueOn", c.close_reason as "closeReason",
    c.withdrawn_at as "withdrawnAt", c.withdrawn_reason as "withdrawnReason", c.created_at as "createdAt"
  from casework.consultation c
  left join casework.person p on p.insurer_id = c.insurer_id and p.id = c.person_id
  left join registers.centre k on k.insurer_id = c.insurer_id and k.id = c.centre_id
  left join registers.centre rk on rk.insurer_id = c.insurer_id and rk.id = c.recorded_centre_id
  left join registers.daily_life_area a on a.insurer_id = c.insurer_id and a.id = c.area_id
  left join registers.staff s on s.insurer_id = c.insurer_id and s.id = c.staff_id
  left join registers.staff rs on rs.insurer_id = c.insurer_id and rs.id = c.responder_id`

const REFERRALS = `select r.id, r.version, r.consultation_id as "consultationId", r.to_kind as "toKind", r.to_name as "toName",
    r.to_centre_id as "toCentreId", r.to_staff_id as "toStaffId", r.consent, r.content, r.sent_on as "sentOn",
    r.reply_due_on as "replyDueOn", r.received_at as "receivedAt", s.name as "receivedByName", r.result,
    r.result_at as "resultAt"
  from casework.referral r
  join casework.consultation c on c.insurer_id = r.insurer_id and c.id = r.consultation_id
  left join registers.staff s on s.insurer_id = r.insurer_id and s.id = r.received_by`

const TASKS = `select t.id, t.version, t.title, t.kind, t.due_on as "dueOn", t.state, s.name as "holderName"
  from platform.task t
  join casework.consultation c on c.insurer_id = t.insurer_id and c.id = t.source_id
  left join registers.staff s on s.insurer_id = t.insurer_id and s.id = t.holder_id`

type StoredRecord = Omit<Consultation, 'referrals' | 'tasks' | 'abuseCaseId'> & { centreId: string | null }

/** The record and what hangs on it, as statements of one flight. */
function statementsOf(work: Work, id: string): Statement[] {
  const { sql, values } = readable(work.actor, work.today, 2)
  const parameters = [id, ...values]
  return [
    { text: `${RECORD} where c.id = $1 and ${sql}`, values: parameters },
    {
      text: `${REFERRALS} where r.insurer_id = $2 and r.consultation_id = $1 and ${sql} order by r.sent_on, r.id`,
      values: parameters,
    },
    {
      text: `${TASKS} where t.insurer_id = $2 and t.source_type = 'consultation' and t.source_id = $1 and ${sql}
        order by t.due_on, t.id`,
      values: parameters,
    },
    {
      text: `select b.id from casework.abuse_case b join casework.consultation c on c.insurer_id = b.insurer_id
        and c.id = b.consultation_id where b.insurer_id = $2 and b.consultation_id = $1 and ${sql}`,
      values: parameters,
    },
  ]
}

function assemble(answers: unknown[][]): Consultation | undefined {
  const [[record], referrals, tasks, [abuse]] = answers as [
    StoredRecord[],
    Referral[],
    Consultation['tasks'],
    { id: string }[],
  ]
  if (!record) return undefined
  const { centreId: _, ...shown } = record
  return { ...shown, referrals, tasks, abuseCaseId: abuse?.id ?? null }
}

/** @throws 404 absent, or outside the reader's scope */
export async function readConsultation(work: Work, id: string): Promise<Consultation> {
  work.about('consultation', id)
  const found = assemble(await work.flight(statementsOf(work, id)))
  if (!found) throw notFound()
  work.touched(found.person?.id)
  return found
}

/** The same inside a transaction that changes it. */
export async function consultationIn(tx: Tx, work: Work, id: string): Promise<Consultation> {
  const answers = await Promise.all(
    statementsOf(work, id).map(({ text, values }) => tx.query<unknown>(text, values)),
  )
  const found = assemble(answers)
  if (!found) throw notFound()
  return found
}

/** Referrals of a scope, for what changes one. */
export async function referralIn(tx: Tx, work: Work, id: string): Promise<Referral> {
  const { sql, values } = readable(work.actor, work.today, 2)
  const [found] = await tx.query<Referral>(`${REFERRALS} where r.insurer_id = $2 and r.id = $1 and ${sql}`, [
    id,
    ...values,
  ])
  if (!found) throw notFound()
  return found
}
