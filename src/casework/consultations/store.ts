import type { Statement } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { cleanText, foldName } from '../../platform/text/index.ts'
import type { Consequences } from './made.ts'
import { continuityLimit } from './rules/continuity.ts'
import type { NewConsultation } from './schema.ts'

/** Key of what was said and answered, for the finder. */
export const foldedText = (text: string, answer: string | null | undefined): string =>
  foldName(answer ? `${text}\n${answer}` : text)

export interface Timed extends NewConsultation {
  receivedAt: string
  receivedOn: string
}

const CONSULTATION = `insert into casework.consultation (insurer_id, id, staff_id, profession, received_on, received_at, ended_at, minutes,
    channel, continuity, caller, caller_name, caller_phone, household, topics, urgency, responder_id, responded_at, text,
    text_fold, answer, responses, consent, consent_reason, next_action, due_on, close_reason, recorded_centre_id, created_at,
    unnamed_age_band, unnamed_sex, created_by, person_id, centre_id, area_id)
  select $1::int, $2::uuid, $3::uuid, $4, $5::date, $6::timestamptz, $7::timestamptz, $8::int, $9,
    coalesce($10, seen.continuity), $11, $12, $13, $14, $15::text[], $16, $17::uuid, $18::timestamptz, $19, $20, $21,
    $22::text[], $23, $24, $25, $26::date, $27, $28::uuid, $29::timestamptz, $30, $31, $3::uuid, seen.person_id,
    seen.centre_id, seen.area_id
  from seen
  on conflict (insurer_id, id) do nothing returning id, person_id, centre_id, area_id`

const JOURNAL = `insert into platform.journal (insurer_id, day, centre_id, area_id, staff_id, kind, person_id, minutes, unit,
    count, source_type, source_id)
  select $1, $5, $28, area_id, $3, 'consultation', person_id, $8, '件', 1, 'consultation', id from stored`

/** Parts that only some consultations have: the statement carries what it needs, so the plain call stays small. */
const PART = {
  tasks: (next: number) => `task as (
    insert into platform.task (insurer_id, id, person_id, centre_id, holder_id, kind, title, due_on, state, is_new, source_type,
      source_id, created_at, created_by)
    select $1, t.id, stored.person_id, stored.centre_id, t.holder_id, t.kind, t.title, t.due_on, t.state, t.is_new,
      t.source_type, t.source_id, $29, $3
    from stored, jsonb_to_recordset($${next}::jsonb) as t(id uuid, holder_id uuid, kind text, title text, due_on date,
      state text, is_new boolean, source_type text, source_id uuid))`,
  referrals: (next: number) => `referred as (
    insert into casework.referral (insurer_id, id, consultation_id, person_id, centre_id, to_kind, to_name, to_centre_id,
      to_staff_id, consent, content, sent_on, reply_due_on, task_id)
    select $1, r.id, stored.id, stored.person_id, stored.centre_id, r.to_kind, r.to_name, r.to_centre_id, r.to_staff_id,
      r.consent, r.content, r.sent_on, r.reply_due_on, r.task_id
    from stored, jsonb_to_recordset($${next}::jsonb) as r(id uuid, to_kind text, to_name text, to_centre_id uuid,
      to_staff_id uuid, consent boolean, content text, sent_on date, reply_due_on date, task_id uuid))`,
  abuse: `abuse as (
    insert into casework.abuse_case (insurer_id, person_id, centre_id, consultation_id, opened_at, opened_by)
    select $1, person_id, centre_id, id, $29, $3 from stored)`,
}

/**
 * The one statement that stores a consultation with everything it leads to. Centre and area come from the person's row,
 * which must be in the reader's scope; without it (or without the named responder) the statement raises MG404.
 * @returns a statement that answers `{ stored: 1 }`, or 0 when the id is there already
 */
export function storeStatement(work: Work, input: Timed, consequences: Consequences): Statement {
  const values = consultationValues(work, input)
  const parts: string[] = []
  const seen = seenOf(input, values)
  if (consequences.tasks.length > 0) {
    parts.push(PART.tasks(values.length + 1))
    values.push(JSON.stringify(consequences.tasks))
  }
  if (consequences.referrals.length > 0) {
    parts.push(PART.referrals(values.length + 1))
    values.push(JSON.stringify(consequences.referrals))
  }
  if (consequences.opensAbuseCase) parts.push(PART.abuse)
  const responder =
    input.urgency === 'emergency'
      ? `and exists (select from registers.staff s where s.insurer_id = $1 and s.id = $17)`
      : ''
  const more = parts.map((part) => `, ${part}`).join('')
  return {
    text: `with seen as (${seen}), stored as (${CONSULTATION}), written as (${JOURNAL})${more}
      select case when exists (select from seen) ${responder} then (select count(*) from stored)
        else casework.refuse('person')::int end as stored`,
    values,
  }
}

/**
 * Named: the person's centre and area and the continuity (rules.continuityOf, where the rows are: a test asks both), by the
 * door that checks the reach. Not named: the worker's centre, and an area of the insurer.
 */
function seenOf(input: Timed, values: unknown[]): string {
  if (!input.personId) {
    values.push(input.unnamed?.areaId ?? null)
    return `select null::uuid as person_id, $28::uuid as centre_id, (select a.id from registers.daily_life_area a
      where a.insurer_id = $1 and a.id = $32::uuid) as area_id, 'new' as continuity`
  }
  values.push(input.personId, input.continuity ? null : continuityLimit(input.receivedOn))
  return 'select * from casework.place_of_visible($32::uuid, $6::timestamptz, $33::date)'
}

function consultationValues({ actor, clock }: Work, input: Timed): unknown[] {
  const text = cleanText(input.text)
  const answer = input.answer ? cleanText(input.answer) : null
  return [
    actor.insurerId,
    input.id,
    actor.staffId,
    actor.profession,
    input.receivedOn,
    input.receivedAt,
    input.endedAt ?? null,
    input.minutes ?? null,
    input.channel,
    input.continuity ?? null,
    input.caller,
    input.callerName || null,
    input.callerPhone || null,
    input.household ?? null,
    [...new Set(input.topics)],
    input.urgency,
    input.responderId ?? null,
    input.respondedAt ?? null,
    text,
    foldedText(text, answer),
    answer,
    [...new Set(input.responses)],
    input.consent,
    input.consentReason || null,
    input.nextAction || null,
    input.dueOn ?? null,
    input.closeReason || null,
    actor.centreId,
    clock.now().toString(),
    input.unnamed?.ageBand ?? null,
    input.unnamed?.sex ?? null,
  ]
}
