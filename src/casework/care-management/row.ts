import type { CourseState, CourseType, Gap, Level, ModeCode } from './codes.ts'
import type { Contract, PlannedService, ProviderChoice } from './schema.ts'

/** A course as it is stored, with the names that go with it. */
export interface StoredCourse {
  id: string
  version: number
  personId: string
  personName: string
  personKana: string
  personStaffId: string | null
  areaId: string | null
  centreId: string | null
  centreName: string | null
  level: Level | null
  levelSource: string | null
  services: PlannedService[]
  typeProposed: CourseType | null
  type: CourseType | null
  typeDecidedBy: string | null
  typeDecidedByName: string | null
  typeDecidedAt: string | null
  typeReason: string | null
  staffId: string | null
  staffName: string | null
  contract: Contract
  choices: ProviderChoice[]
  startMonth: string | null
  mode: ModeCode
  modeMonths: number | null
  modeConditions: Record<string, string>
  modeNote: string | null
  planFrom: string | null
  planTo: string | null
  evaluationOn: string | null
  state: CourseState
  openedOn: string
  startedOn: string | null
  endedOn: string | null
  endReason: string | null
  visitDueOn: string | null
  spanDueOn: string | null
  contactDueOn: string | null
  evaluationDueOn: string | null
  gaps: Gap[]
  /** died or moved away: nothing is due any more, the course waits to be ended */
  isPast: boolean
}

const COLUMNS = `m.id, m.version, m.person_id as "personId", p.name as "personName", p.kana as "personKana",
  p.staff_id as "personStaffId", p.area_id as "areaId", m.centre_id as "centreId", k.name as "centreName", m.level_code as level,
  m.level_source as "levelSource", m.services, m.type_proposed as "typeProposed", m.type_decided as type,
  m.type_decided_by as "typeDecidedBy", d.name as "typeDecidedByName", m.type_decided_at as "typeDecidedAt",
  m.type_reason as "typeReason", m.staff_id as "staffId", s.name as "staffName",
  jsonb_build_object('explainedOn', m.contract_explained_on, 'explainedTo', m.contract_explained_to,
    'version', m.contract_version, 'medium', m.contract_medium, 'consentedOn', m.contract_consented_on,
    'endedOn', m.contract_ended_on, 'endReason', m.contract_end_reason) as contract,
  m.choices, m.start_month as "startMonth", m.mode, m.mode_months as "modeMonths", m.mode_conditions as "modeConditions",
  m.mode_note as "modeNote", m.plan_from as "planFrom", m.plan_to as "planTo", m.evaluation_on as "evaluationOn", m.state,
  m.opened_on as "openedOn", m.started_on as "startedOn", m.ended_on as "endedOn", m.end_reason as "endReason",
  m.visit_due_on as "visitDueOn", m.span_due_on as "spanDueOn", m.contact_due_on as "contactDueOn",
  m.evaluation_due_on as "evaluationDueOn", m.gaps,
  p.died_on is not null or p.moved_out_on is not null as "isPast"`

/** Courses (alias m) with their names; the caller adds its condition. */
export const SELECT_COURSES = `select ${COLUMNS} from casework.care_management m
  join casework.person p on p.insurer_id = m.insurer_id and p.id = m.person_id
  left join registers.centre k on k.insurer_id = m.insurer_id and k.id = m.centre_id
  left join registers.staff s on s.insurer_id = m.insurer_id and s.id = m.staff_id
  left join registers.staff d on d.insurer_id = m.insurer_id and d.id = m.type_decided_by`

export interface StoredRecord {
  id: string
  version: number
  courseId: string
  personId: string
  subject: string
  doneOn: string
  way: string
  staffId: string
  staffName: string | null
  organisationId: string | null
  organisationName: string | null
  result: string
  change: string
  outcome: string | null
  planFrom: string | null
  planTo: string | null
  minutes: number | null
  confirmedAt: string | null
  confirmedByName: string | null
  opinion: string | null
  withdrawnAt: string | null
  withdrawnReason: string | null
}

/** Records (alias r) with their names. */
export const SELECT_RECORDS = `select r.id, r.version, r.course_id as "courseId", r.person_id as "personId", r.subject,
    r.done_on as "doneOn", r.way, r.staff_id as "staffId", s.name as "staffName", r.organisation_id as "organisationId",
    o.name as "organisationName", r.result, r.change, r.outcome, r.plan_from as "planFrom", r.plan_to as "planTo", r.minutes,
    r.confirmed_at as "confirmedAt", c.name as "confirmedByName", r.opinion, r.withdrawn_at as "withdrawnAt",
    r.withdrawn_reason as "withdrawnReason"
  from casework.monitoring r
  left join registers.staff s on s.insurer_id = r.insurer_id and s.id = r.staff_id
  left join registers.staff c on c.insurer_id = r.insurer_id and c.id = r.confirmed_by
  left join registers.organisation o on o.insurer_id = r.insurer_id and o.id = r.organisation_id`

export interface StoredEntrustment {
  id: string
  version: number
  courseId: string
  organisationId: string
  organisationName: string
  contractorId: string | null
  contractorName: string | null
  from: string
  to: string | null
  handOver: string
  committeeOn: string | null
  sentAt: string
  sentByName: string | null
  receivedAt: string | null
  receivedByName: string | null
  declinedAt: string | null
  declineReason: string | null
  endedAt: string | null
  endReason: string | null
}

/** Contracts (alias e) with their names. */
export const SELECT_ENTRUSTMENTS = `select e.id, e.version, e.course_id as "courseId", e.organisation_id as "organisationId",
    o.name as "organisationName", e.contractor_staff_id as "contractorId", h.name as "contractorName", e.valid_from as "from",
    e.valid_to as "to", e.hand_over as "handOver", e.committee_on as "committeeOn", e.sent_at as "sentAt", s.name as "sentByName",
    e.received_at as "receivedAt", v.name as "receivedByName", e.declined_at as "declinedAt", e.decline_reason as "declineReason",
    e.ended_at as "endedAt", e.end_reason as "endReason"
  from casework.entrustment e
  join registers.organisation o on o.insurer_id = e.insurer_id and o.id = e.organisation_id
  left join registers.staff h on h.insurer_id = e.insurer_id and h.id = e.contractor_staff_id
  left join registers.staff s on s.insurer_id = e.insurer_id and s.id = e.sent_by
  left join registers.staff v on v.insurer_id = e.insurer_id and v.id = e.received_by`

/** What the due dates need of the records of a course: $1 insurer, $2 course. */
export const RECORD_FACTS = `select max(done_on) filter (where way = 'home') as "lastHomeVisitOn",
    max(done_on) filter (where way = 'home' or (way = 'video' and subject = 'monitoring')) as "lastSpanOn",
    max(done_on) filter (where subject in ('monitoring', 'evaluation') or way = 'home') as "lastContactOn",
    max(done_on) filter (where subject = 'evaluation') as "evaluatedOn",
    max(done_on) filter (where change = 'marked') as "lastMarkedOn",
    min(done_on) filter (where organisation_id is not null and confirmed_at is null) as "oldestUnconfirmedOn"
  from casework.monitoring where insurer_id = $1 and course_id = $2 and withdrawn_at is null`
