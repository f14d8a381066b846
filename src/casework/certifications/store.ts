import { type Actor, recordCondition } from '../../platform/access/index.ts'
import type { Statement } from '../../platform/database/engine.ts'

/** Periods exist for these rows only: decided ones, and those cancelled after having been in force. */
export const HAS_PERIOD = (alias: string) => `${alias}.level <> '01' and ${alias}.valid_from is not null
    and (${alias}.state = 'decided' or (${alias}.state = 'cancelled' and ${alias}.ended_on >= ${alias}.valid_from))`

/**
 * Every period of a person's 認定 with its last day in force: the decided one, cut by a cancellation or by the eve of the next
 * 認定. $1 insurer, $2 person.
 */
export const IN_FORCE = `select c.id, c.level, c.kind, c.basis, c.decided_on as "decidedOn", c.valid_from as "validFrom",
    c.valid_to as "validTo", least(c.valid_to, c.ended_on, (lead(c.valid_from) over (order by c.valid_from)) - 1) as "lastDay"
  from casework.certification c
  where c.insurer_id = $1 and c.person_id = $2 and ${HAS_PERIOD('c')}`

/** A row as it is stored; days as 'YYYY-MM-DD'. */
export interface StoredCertification {
  id: string
  version: number
  personId: string
  centreId: string | null
  kind: string
  state: string
  basis: string
  appliedOn: string | null
  decidedOn: string | null
  level: string | null
  validFrom: string | null
  validTo: string | null
  months: number | null
  isDefaultMonths: boolean
  endedOn: string | null
  closedOn: string | null
  closedReason: string | null
  postponedTo: string | null
  postponedReason: string | null
  postponementToldOn: string | null
  specifiedDisease: string | null
  disabilityByDoctor: string | null
  disabilityByExaminer: string | null
  dementiaByDoctor: string | null
  dementiaByExaminer: string | null
  proxy: string
  proxyStaffName: string | null
  askedBy: string | null
  askedOn: string | null
  handedInOn: string | null
  isCardKept: boolean | null
  isDisclosureAgreed: boolean | null
  doctor: string | null
  confirmedOn: string | null
  note: string | null
  source: string
  createdAt: string
  createdBy: string | null
  createdByName: string | null
}

const COLUMNS = `c.id, c.version, c.person_id as "personId", c.centre_id as "centreId", c.kind, c.state, c.basis,
  c.applied_on as "appliedOn", c.decided_on as "decidedOn", c.level, c.valid_from as "validFrom", c.valid_to as "validTo",
  c.months, c.is_default_months as "isDefaultMonths", c.ended_on as "endedOn", c.closed_on as "closedOn",
  c.closed_reason as "closedReason", c.postponed_to as "postponedTo", c.postponed_reason as "postponedReason",
  c.postponement_told_on as "postponementToldOn", c.specified_disease as "specifiedDisease",
  c.disability_by_doctor as "disabilityByDoctor", c.disability_by_examiner as "disabilityByExaminer",
  c.dementia_by_doctor as "dementiaByDoctor", c.dementia_by_examiner as "dementiaByExaminer", c.proxy,
  x.name as "proxyStaffName", c.asked_by as "askedBy", c.asked_on as "askedOn", c.handed_in_on as "handedInOn",
  c.is_card_kept as "isCardKept", c.is_disclosure_agreed as "isDisclosureAgreed", c.doctor,
  c.confirmed_on as "confirmedOn", c.note, c.source, c.created_at as "createdAt", c.created_by as "createdBy",
  s.name as "createdByName"`
const FROM = `from casework.certification c
  left join registers.staff s on s.insurer_id = c.insurer_id and s.id = c.created_by
  left join registers.staff x on x.insurer_id = c.insurer_id and x.id = c.proxy_staff_id`

/** All entries of a person within reach: what is open first, then the newest period first. */
export function ofPerson(actor: Actor, today: string, personId: string): Statement {
  const { sql, values } = recordCondition(actor, today, { alias: 'c', person: 'person_id', next: 2 })
  return {
    text: `select ${COLUMNS} ${FROM} where c.person_id = $1 and ${sql}
      order by c.state = 'received' desc, coalesce(c.valid_from, c.decided_on, c.applied_on, c.closed_on) desc nulls last, c.id desc
      limit 200`,
    values: [personId, ...values],
  }
}

/** One entry within reach. */
export function byId(actor: Actor, today: string, id: string): Statement {
  const { sql, values } = recordCondition(actor, today, { alias: 'c', person: 'person_id', next: 2 })
  return { text: `select ${COLUMNS} ${FROM} where c.id = $1 and ${sql}`, values: [id, ...values] }
}

export const WRITTEN = {
  kind: 'kind',
  state: 'state',
  basis: 'basis',
  appliedOn: 'applied_on',
  decidedOn: 'decided_on',
  level: 'level',
  validFrom: 'valid_from',
  validTo: 'valid_to',
  months: 'months',
  isDefaultMonths: 'is_default_months',
  endedOn: 'ended_on',
  closedOn: 'closed_on',
  closedReason: 'closed_reason',
  postponedTo: 'postponed_to',
  postponedReason: 'postponed_reason',
  postponementToldOn: 'postponement_told_on',
  specifiedDisease: 'specified_disease',
  disabilityByDoctor: 'disability_by_doctor',
  disabilityByExaminer: 'disability_by_examiner',
  dementiaByDoctor: 'dementia_by_doctor',
  dementiaByExaminer: 'dementia_by_examiner',
  proxy: 'proxy',
  askedBy: 'asked_by',
  askedOn: 'asked_on',
  handedInOn: 'handed_in_on',
  isCardKept: 'is_card_kept',
  isDisclosureAgreed: 'is_disclosure_agreed',
  doctor: 'doctor',
  confirmedOn: 'confirmed_on',
  note: 'note',
} as const
export type Written = { [Field in keyof typeof WRITTEN]: StoredCertification[Field] }
const FIELDS = Object.keys(WRITTEN) as (keyof Written)[]
const valuesOf = (row: Written) => FIELDS.map((field) => row[field])

/** Empty entry that a new one is laid over. */
export const blank: Written = {
  ...(Object.fromEntries(FIELDS.map((field) => [field, null])) as unknown as Written),
  isDefaultMonths: false,
  proxy: 'none',
}

export const insertStatement = (
  key: { insurerId: number; id: string; personId: string; centreId: string | null; at: string; by: string },
  row: Written,
): Statement => ({
  text: `insert into casework.certification (insurer_id, id, person_id, centre_id, created_at, created_by, proxy_staff_id,
      ${FIELDS.map((field) => WRITTEN[field]).join(', ')})
    values ($1, $2, $3, $4, $5, $6, $7, ${FIELDS.map((_, i) => `$${i + 8}`).join(', ')})
    on conflict (insurer_id, id) do nothing returning id`,
  values: [
    key.insurerId,
    key.id,
    key.personId,
    key.centreId,
    key.at,
    key.by,
    row.proxy === 'centre' ? key.by : null,
    ...valuesOf(row),
  ],
})

export const updateStatement = (insurerId: number, id: string, row: Written): Statement => ({
  text: `update casework.certification set ${FIELDS.map((field, i) => `${WRITTEN[field]} = $${i + 3}`).join(', ')}
    where insurer_id = $1 and id = $2 returning id`,
  values: [insurerId, id, ...valuesOf(row)],
})
