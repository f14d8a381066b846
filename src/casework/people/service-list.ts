import { type Actor, scopeCondition } from '../../platform/access/index.ts'
import { ageYears } from '../../platform/calendar/index.ts'
import type { Statement } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { Problem } from '../../platform/errors/index.ts'
import { bornBetween } from './rules/age-band.ts'
import type { ListItem, ListQuery, PersonList } from './schema.ts'

const COLUMNS = `p.id, p.name, p.kana, p.birth_on as "birthOn", p.sex, p.insured_number as "insuredNumber",
  t.name as "townName", p.centre_id as "centreId", c.name as "centreName", s.name as "staffName",
  p.is_protected as "isProtected"`
const NAMES = `left join registers.town t on t.insurer_id = p.insurer_id and t.id = p.town_id
  left join registers.centre c on c.insurer_id = p.insurer_id and c.id = p.centre_id
  left join registers.staff s on s.insurer_id = p.insurer_id and s.id = p.staff_id`

/** People within the reader's scope in kana order, a page at a time; one round trip. */
export async function listPeople(work: Work, query: ListQuery): Promise<PersonList> {
  const statements = [pageStatement(work.actor, work.today, query)]
  if (query.total === 'true') statements.push(totalStatement(work.actor, work.today, query))
  const [rows, counted] = (await work.flight(statements)) as [
    Omit<ListItem, 'ageYears'>[],
    { n: number }[] | undefined,
  ]
  if (rows.length === 0 && query.cursor) await placeStillSeen(work, query.cursor)
  const shown = rows.slice(0, query.limit)
  work.touched(...shown.map((row) => row.id))
  const items = shown.map((row) => ({
    ...row,
    ageYears: row.birthOn === null ? null : ageYears(row.birthOn, work.today),
  }))
  const nextCursor = rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null
  return { items, nextCursor, ...(counted ? { total: counted[0]?.n ?? 0 } : {}) }
}

/**
 * The page. A centre's reader gets the first rows of each of its centres by index and merges those: `centre_id = any (…)`
 * would read and sort every person of the centres. The cursor is the id of the last row, never its name.
 */
function pageStatement(actor: Actor, today: string, query: ListQuery): Statement {
  const centres =
    actor.reach === 'centre' ? actor.centreIds.filter((id) => !query.centreId || id === query.centreId) : null
  const scope = scopeCondition(actor, today, { alias: 'p', person: 'id', next: 1 })
  const filter = filterOf(actor, today, query, scope.values.length)
  const most = scope.values.length + filter.values.length + 1
  const perCentre = centres === null ? '' : `and p.centre_id = own.id`
  const rows = `select p.* from casework.person p where ${scope.sql} ${perCentre} ${filter.sql}
    order by p.kana_fold, p.id limit $${most}`
  const values = [...scope.values, ...filter.values, query.limit + 1]
  if (centres === null) return { text: page(`(${rows}) p`), values }
  return {
    text: page(`(select f.* from unnest($${most + 1}::uuid[]) own (id) cross join lateral (${rows}) f
      order by f.kana_fold, f.id limit $${most}) p`),
    values: [...values, centres],
  }
}

const page = (from: string) => `select ${COLUMNS} from ${from} ${NAMES} order by p.kana_fold, p.id`

function totalStatement(actor: Actor, today: string, query: ListQuery): Statement {
  const scope = scopeCondition(actor, today, { alias: 'p', person: 'id', next: 1 })
  const filter = filterOf(actor, today, { ...query, cursor: undefined }, scope.values.length)
  return {
    text: `select count(*) as n from casework.person p where ${scope.sql} ${filter.sql}`,
    values: [...scope.values, ...filter.values],
  }
}

/** Conditions of the chosen filters; the text depends on which are chosen, never on their values. */
function filterOf(
  actor: Actor,
  today: string,
  query: ListQuery,
  used: number,
): { sql: string; values: unknown[] } {
  const values: unknown[] = []
  const parts = ['and p.merged_into is null']
  const add = (value: unknown, condition: (parameter: string) => string) => {
    if (value === undefined) return
    values.push(value)
    parts.push(`and ${condition(`$${used + values.length}`)}`)
  }
  // as search and 照会: people whose access was narrowed stand in the list of their own centre only
  values.push(actor.centreId)
  parts.push(`and (not p.is_locked or p.centre_id = $${used + values.length}::uuid)`)
  if (query.past !== 'true') parts.push('and p.died_on is null and p.moved_out_on is null')
  if (actor.reach !== 'centre' || query.centreId) add(query.centreId, (n) => `p.centre_id = ${n}::uuid`)
  add(query.areaId, (n) => `p.area_id = ${n}::uuid`)
  add(query.townId, (n) => `p.town_id = ${n}::uuid`)
  add(query.staffId, (n) => `p.staff_id = ${n}::uuid`)
  const born = bornBetween(today, query.ageFrom, query.ageTo)
  add(born.from, (n) => `p.birth_on >= ${n}::date`)
  add(born.to, (n) => `p.birth_on <= ${n}::date`)
  if (query.cursor) {
    const last = (column: string, n: string) =>
      `(select l.${column} from casework.person l where l.insurer_id = $1 and l.id = ${n}::uuid)`
    add(query.cursor, (n) => `(p.kana_fold, p.id) > (${last('kana_fold', n)}, ${last('id', n)})`)
  }
  return { sql: parts.join(' '), values }
}

/** @throws Problem 409 when the row at which the page went on left the reader's scope: an empty page would say "the end" */
async function placeStillSeen(work: Work, cursor: string): Promise<void> {
  const [rows] = await work.flight([
    {
      text: 'select 1 from casework.person where insurer_id = $1 and id = $2',
      values: [work.actor.insurerId, cursor],
    },
  ])
  if (rows?.length === 0) {
    throw new Problem('list-moved', 409, '一覧が変わりました', {
      detail: '続きの位置の方が担当から外れました。一覧を最初から開き直してください。',
    })
  }
}
