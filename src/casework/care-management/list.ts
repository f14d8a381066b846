import { scopeCondition } from '../../platform/access/index.ts'
import type { Statement } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { invalid } from '../../platform/errors/index.ts'
import type { CourseList, CourseRow } from './answers.ts'
import { dueTitle, type Slot } from './rules/dues.ts'
import { addMonths, lastDayOf, monthOf } from './rules/months.ts'
import type { CourseFilter } from './schema.ts'
import { gapsShown } from './shown.ts'

interface StoredRow {
  id: string
  person: CourseRow['person']
  level: string | null
  type: string | null
  state: string
  staffName: string | null
  organisationName: string | null
  contractorName: string | null
  receivedAt: string | null
  centreName: string | null
  nextDueOn: string | null
  visitDueOn: string | null
  spanDueOn: string | null
  contactDueOn: string | null
  evaluationDueOn: string | null
  lastHomeVisitOn: string | null
  evaluationOn: string | null
  gaps: string[]
  hasContract: boolean
  unconfirmed: number
  sortDueOn: string
}

const COLUMNS = `m.id, jsonb_build_object('id', p.id, 'name', p.name, 'kana', p.kana) as person, m.level_code as level,
  m.type_decided as type, m.state, s.name as "staffName", e.organisation_name as "organisationName",
  e.contractor_name as "contractorName", e.received_at as "receivedAt", k.short_name as "centreName",
  m.next_due_on as "nextDueOn", m.visit_due_on as "visitDueOn", m.span_due_on as "spanDueOn",
  m.contact_due_on as "contactDueOn", m.evaluation_due_on as "evaluationDueOn", m.evaluation_on as "evaluationOn", m.gaps,
  m.contract_consented_on is not null and m.contract_ended_on is null as "hasContract", m.sort_due_on as "sortDueOn",
  (select max(r.done_on) from casework.monitoring r where r.insurer_id = m.insurer_id and r.course_id = m.id
    and r.way = 'home' and r.withdrawn_at is null) as "lastHomeVisitOn",
  (select count(*) from casework.monitoring r where r.insurer_id = m.insurer_id and r.course_id = m.id
    and r.organisation_id is not null and r.confirmed_at is null and r.withdrawn_at is null) as unconfirmed`

/** The contract of today, or the next one. */
const ENTRUSTED = `left join lateral (
    select e.organisation_id, o.name as organisation_name, h.name as contractor_name, e.received_at
    from casework.entrustment e
    join registers.organisation o on o.insurer_id = e.insurer_id and o.id = e.organisation_id
    left join registers.staff h on h.insurer_id = e.insurer_id and h.id = e.contractor_staff_id
    where e.insurer_id = m.insurer_id and e.course_id = m.id and e.declined_at is null
      and (e.valid_to is null or e.valid_to >= $2)
    order by e.valid_from limit 1) e on true`
const FROM = `casework.care_management m
  join casework.person p on p.insurer_id = m.insurer_id and p.id = m.person_id ${ENTRUSTED}`
const NAMES = `left join registers.staff s on s.insurer_id = m.insurer_id and s.id = m.staff_id
  left join registers.centre k on k.insurer_id = m.insurer_id and k.id = m.centre_id`

interface Where {
  conditions: string[]
  values: unknown[]
}

/** Courses of the reader's scope, by next due date or by kana, a page at a time; one round trip. */
export async function listCourses(work: Work, filter: CourseFilter): Promise<CourseList> {
  const where = whereOf(work, filter)
  const statements = [pageStatement(where, filter)]
  if (filter.withTotal) statements.push(totalStatement(where))
  const [stored, totals] = (await work.flight(statements)) as [StoredRow[], { total: number }[] | undefined]
  const page = stored.slice(0, filter.limit)
  const last = stored.length > filter.limit ? page.at(-1) : undefined
  work.touched(...page.map((row) => row.person.id))
  work.about('care-management', undefined, { shown: page.length })
  return {
    rows: page.map(toRow),
    nextCursor: last ? toCursor(last, filter.sort) : null,
    total: totals?.[0]?.total ?? null,
  }
}

const SLOT_COLUMNS: readonly [Slot, 'visitDueOn' | 'spanDueOn' | 'contactDueOn' | 'evaluationDueOn'][] = [
  ['visit', 'visitDueOn'],
  ['span', 'spanDueOn'],
  ['evaluation', 'evaluationDueOn'],
  ['contact', 'contactDueOn'],
]

function toRow(row: StoredRow): CourseRow {
  const found = SLOT_COLUMNS.find(([, column]) => row.nextDueOn !== null && row[column] === row.nextDueOn)
  const slot = found?.[0] === 'visit' && row.state === 'preparing' ? 'first-visit' : found?.[0]
  return {
    id: row.id,
    person: row.person,
    level: row.level,
    type: row.type,
    state: row.state,
    staffName: row.staffName,
    organisationName: row.organisationName,
    contractorName: row.contractorName,
    entrusted: row.organisationName === null ? 'no' : row.receivedAt === null ? 'waiting' : 'yes',
    centreName: row.centreName,
    nextDueOn: row.nextDueOn,
    nextDueLabel: slot && row.nextDueOn ? dueTitle({ slot, dueOn: row.nextDueOn }) : null,
    lastHomeVisitOn: row.lastHomeVisitOn,
    evaluationOn: row.evaluationOn,
    gaps: gapsShown(row.gaps),
    hasContract: row.hasContract,
    unconfirmed: row.unconfirmed,
  }
}

function whereOf(work: Work, filter: CourseFilter): Where {
  const { actor, today } = work
  const { sql, values } = scopeCondition(actor, today, { alias: 'm', person: 'person_id', next: 3 })
  // $1 insurer and $2 today stand first: the lateral join needs the day
  const where: Where = { conditions: ['m.insurer_id = $1', sql], values: [actor.insurerId, today, ...values] }
  const also = (value: unknown, condition: (place: string) => string) => {
    where.values.push(value)
    where.conditions.push(condition(`$${where.values.length}`))
  }
  // as in the list of people: who is locked stands in the list of the own centre only
  also(actor.centreId, (n) => `(not p.is_locked or p.centre_id = ${n}::uuid)`)
  where.conditions.push('p.merged_into is null')
  if (filter.state) also(filter.state, (n) => `m.state = ${n}`)
  else where.conditions.push(`m.state <> 'ended'`)
  // nothing is due for who died or moved away; the person's worker has the closing tasks
  if (filter.due) where.conditions.push('p.died_on is null and p.moved_out_on is null')
  // one centre named by equality: only then does the index give the order
  const centre = filter.centreId ?? (actor.centreIds.length === 1 ? actor.centreIds[0] : undefined)
  if (centre) also(centre, (n) => `m.centre_id = ${n}::uuid`)
  if (filter.staffId) also(filter.staffId, (n) => `m.staff_id = ${n}::uuid`)
  if (filter.organisationId) also(filter.organisationId, (n) => `e.organisation_id = ${n}::uuid`)
  if (filter.entrusted === 'no') where.conditions.push('e.organisation_id is null')
  if (filter.entrusted === 'yes') where.conditions.push('e.received_at is not null')
  if (filter.entrusted === 'waiting')
    where.conditions.push('e.organisation_id is not null and e.received_at is null')
  if (filter.type === 'undecided') where.conditions.push('m.type_decided is null')
  else if (filter.type) also(filter.type, (n) => `m.type_decided = ${n}`)
  addDueBand(where, filter.due, today)
  return where
}

function addDueBand(where: Where, band: CourseFilter['due'], today: string): void {
  const between = (from: string | null, to: string) => {
    if (from) {
      where.values.push(from)
      where.conditions.push(`m.sort_due_on >= $${where.values.length}::date`)
    }
    where.values.push(to)
    where.conditions.push(`m.sort_due_on <= $${where.values.length}::date`)
  }
  const month = monthOf(today)
  if (band === 'overdue') {
    where.values.push(today)
    where.conditions.push(`m.sort_due_on < $${where.values.length}::date`)
  }
  if (band === 'month') between(today, lastDayOf(month))
  if (band === 'next') between(`${addMonths(month, 1)}-01`, lastDayOf(addMonths(month, 1)))
  if (band === 'gaps') where.conditions.push(`m.gaps <> '{}'`)
  if (band === 'no-contract')
    where.conditions.push('(m.contract_consented_on is null or m.contract_ended_on is not null)')
  if (band === 'unconfirmed') {
    where.conditions.push(`exists (select 1 from casework.monitoring r where r.insurer_id = $1 and r.course_id = m.id
      and r.organisation_id is not null and r.confirmed_at is null and r.withdrawn_at is null)`)
  }
}

function pageStatement(where: Where, { sort, cursor, limit }: CourseFilter): Statement {
  const conditions = [...where.conditions]
  const values = [...where.values]
  if (cursor) {
    const [place, id] = fromCursor(cursor)
    values.push(id)
    const at = `$${values.length}::uuid`
    if (sort === 'kana') {
      conditions.push(`(p.kana_fold, m.id) > (
        (select l.kana_fold from casework.care_management c join casework.person l on l.insurer_id = c.insurer_id
          and l.id = c.person_id where c.insurer_id = $1 and c.id = ${at}), ${at})`)
    } else {
      values.push(place)
      conditions.push(`(m.sort_due_on, m.id) > ($${values.length}::date, ${at})`)
    }
  }
  values.push(limit + 1)
  const order = sort === 'kana' ? 'p.kana_fold, m.id' : 'm.sort_due_on, m.id'
  return {
    text: `select ${COLUMNS} from ${FROM} ${NAMES} where ${conditions.join(' and ')} order by ${order} limit $${values.length}`,
    values,
  }
}

const totalStatement = ({ conditions, values }: Where): Statement => ({
  text: `select count(*) as total from ${FROM} where ${conditions.join(' and ')}`,
  values,
})

/** The place never holds a name: of the order by kana it is the id alone. */
const toCursor = ({ sortDueOn, id }: StoredRow, sort: CourseFilter['sort']): string =>
  Buffer.from(`${sort === 'kana' ? '-' : sortDueOn} ${id}`).toString('base64url')

function fromCursor(cursor: string): [string, string] {
  const found = /^(-|\d{4}-\d\d-\d\d) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString())
  if (!found) {
    throw invalid([
      { path: 'cursor', code: 'cursor', message: '続きの場所が分かりません。一覧を開き直してください。' },
    ])
  }
  return [found[1]!, found[2]!]
}
