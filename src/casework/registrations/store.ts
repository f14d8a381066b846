import { type Actor, recordCondition } from '../../platform/access/index.ts'
import type { Statement } from '../../platform/database/engine.ts'

const named = (id: string, name: string) =>
  `case when ${name} is not null then jsonb_build_object('id', ${id}, 'name', ${name}) end`

/** A course with the names of what it refers to; days as 'YYYY-MM-DD', instants as columns of their own. */
const COURSE = `select r.id, r.version, r.person_id as "personId", r.centre_id as "centreId",
    jsonb_build_object('id', p.id, 'name', p.name, 'kana', p.kana, 'birthOn', p.birth_on, 'insuredNumber', p.insured_number) as person,
    ${named('k.id', 'k.name')} as centre, r.occasion, r.state, r.received_on as "receivedOn", r.last_move_on as "lastMoveOn",
    r.wish, r.consent, r.is_told as "isTold", sa.name as "askedByName", r.asked_on as "askedOn",
    r.checklist_id as "checklistId", r.checklist_on as "checklistOn", r.met, r.notification_on as "notificationOn",
    r.notification_kind as "notificationKind", r.card_place as "cardPlace", r.has_reissue_form as "hasReissueForm",
    ${named('nk.id', 'nk.name')} as "notificationCentre", r.requested_at as "requestedAt", r.requested_by as "requestedBy",
    sr.name as "requestedByName", r.request_note as "requestNote", r.received_at as "receivedAt", sv.name as "receivedByName",
    r.returned_reason as "returnedReason", r.decided_on as "decidedOn", sd.name as "decidedByName", r.start_rule as "startRule",
    r.starts_on as "startsOn", r.local_class as "localClass", r.review_months as "reviewMonths", r.review_due as "reviewDue",
    r.reviewed_on as "reviewedOn", r.card_reissued_on as "cardReissuedOn", r.kokuhoren_notified_on as "kokuhorenNotifiedOn",
    r.kokuhoren_month as "kokuhorenMonth", r.notice_sent_on as "noticeSentOn", r.ended_on as "endedOn",
    r.end_reason as "endReason", r.end_decided_on as "endDecidedOn", se.name as "endDecidedByName"
  from casework.registration r
  join casework.person p on p.insurer_id = r.insurer_id and p.id = r.person_id
  left join registers.centre k on k.insurer_id = r.insurer_id and k.id = r.centre_id
  left join registers.centre nk on nk.insurer_id = r.insurer_id and nk.id = r.notification_centre_id
  left join registers.staff sa on sa.insurer_id = r.insurer_id and sa.id = r.asked_by
  left join registers.staff sr on sr.insurer_id = r.insurer_id and sr.id = r.requested_by
  left join registers.staff sv on sv.insurer_id = r.insurer_id and sv.id = r.received_by
  left join registers.staff sd on sd.insurer_id = r.insurer_id and sd.id = r.decided_by
  left join registers.staff se on se.insurer_id = r.insurer_id and se.id = r.end_decided_by`

const MOVES = `select m.id, m.from_state as "from", m.to_state as "to", m.moved_on as "on", s.name as "staffName", m.office,
    m.reason, m.wish, m.consent, m.is_told as "isTold", m.asked_on as "askedOn", m.at
  from casework.registration_move m
  left join registers.staff s on s.insurer_id = m.insurer_id and s.id = m.staff_id`

/** One course within reach. */
export function courseStatement(actor: Actor, today: string, id: string): Statement {
  const { sql, values } = recordCondition(actor, today, { alias: 'r', person: 'person_id', next: 2 })
  return { text: `${COURSE} where r.id = $1 and ${sql}`, values: [id, ...values] }
}

export function movesStatement(actor: Actor, today: string, id: string): Statement {
  const { sql, values } = recordCondition(actor, today, { alias: 'm', person: 'person_id', next: 2 })
  return {
    text: `${MOVES} where m.registration_id = $1 and ${sql} order by m.at, m.id`,
    values: [id, ...values],
  }
}

/** The course as it is written; what is not named in a change stays. */
export const WRITTEN = {
  state: 'state',
  lastMoveOn: 'last_move_on',
  wish: 'wish',
  consent: 'consent',
  isTold: 'is_told',
  askedBy: 'asked_by',
  askedOn: 'asked_on',
  checklistId: 'checklist_id',
  checklistOn: 'checklist_on',
  met: 'met',
  notificationOn: 'notification_on',
  notificationKind: 'notification_kind',
  cardPlace: 'card_place',
  hasReissueForm: 'has_reissue_form',
  notificationCentreId: 'notification_centre_id',
  requestedAt: 'requested_at',
  requestedBy: 'requested_by',
  requestNote: 'request_note',
  receivedAt: 'received_at',
  receivedBy: 'received_by',
  returnedReason: 'returned_reason',
  decidedOn: 'decided_on',
  decidedBy: 'decided_by',
  startRule: 'start_rule',
  startsOn: 'starts_on',
  localClass: 'local_class',
  reviewMonths: 'review_months',
  reviewDue: 'review_due',
  reviewedOn: 'reviewed_on',
  reviewChecklistId: 'review_checklist_id',
  cardReissuedOn: 'card_reissued_on',
  kokuhorenNotifiedOn: 'kokuhoren_notified_on',
  kokuhorenMonth: 'kokuhoren_month',
  noticeSentOn: 'notice_sent_on',
  endedOn: 'ended_on',
  endReason: 'end_reason',
  endDecidedOn: 'end_decided_on',
  endDecidedBy: 'end_decided_by',
} as const
export type Change = Partial<
  Record<keyof typeof WRITTEN, string | number | boolean | null | readonly string[]>
>

/** Sets the named columns; the text depends on which are named, never on their values. */
export function updateStatement(insurerId: number, id: string, change: Change): Statement {
  const fields = (Object.keys(WRITTEN) as (keyof typeof WRITTEN)[]).filter((field) => field in change)
  return {
    text: `update casework.registration set ${fields.map((field, i) => `${WRITTEN[field]} = $${i + 3}`).join(', ')}
      where insurer_id = $1 and id = $2 returning id`,
    values: [insurerId, id, ...fields.map((field) => change[field])],
  }
}

/** Checklists of a person that count: newest first, with the judgement that the professional confirmed, else the proposal. */
export const CHECKLISTS = `select c.id, c.answered_on as "answeredOn", coalesce(c.confirmed_judgement, c.judgement) as judgement,
    c.confirmed_judgement is not null as "isConfirmed", c.met
  from casework.checklist c
  where c.insurer_id = $1 and c.person_id = $2 and c.withdrawn_at is null
  order by c.answered_on desc, c.id desc limit 20`
