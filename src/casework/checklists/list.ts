import { scopeCondition } from '../../platform/access/index.ts'
import { isIsoDate } from '../../platform/calendar/index.ts'
import type { Statement } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { invalid } from '../../platform/errors/index.ts'
import type { ChecklistList, ChecklistRow } from './answers.ts'
import type { ChecklistFilter } from './schema.ts'

export const ROW = `c.id, c.version, jsonb_build_object('id', p.id, 'name', p.name, 'kana', p.kana) as person,
  c.answered_on as "answeredOn", c.method, c.judgement, c.met, c.undetermined,
  jsonb_build_object('known', c.known_points, 'unknown', c.unknown_points) as total,
  c.confirmed_judgement as "confirmedJudgement", s.name as "staffName", k.short_name as "centreName", a.name as "areaName",
  c.source, c.withdrawn_at as "withdrawnAt"`
export const ROW_JOINS = `join casework.person p on p.insurer_id = c.insurer_id and p.id = c.person_id
  left join registers.staff s on s.insurer_id = c.insurer_id and s.id = c.staff_id
  left join registers.centre k on k.insurer_id = c.insurer_id and k.id = c.centre_id
  left join registers.daily_life_area a on a.insurer_id = c.insurer_id and a.id = c.area_id`

export interface Where {
  conditions: string[]
  values: unknown[]
}

/** Checklists of the reader's scope by day of the answers, one page. Withdrawn ones only where asked for. */
export async function listChecklists(work: Work, filter: ChecklistFilter): Promise<ChecklistList> {
  const where = whereOf(work, filter)
  const statements = [pageStatement(where, filter)]
  if (filter.withTotal) statements.push(totalStatement(where))
  const [stored, totals] = (await work.flight(statements)) as [
    ChecklistRow[],
    { total: number }[] | undefined,
  ]
  const page = stored.slice(0, filter.limit)
  const last = stored.length > filter.limit ? page.at(-1) : undefined
  work.touched(...page.map((row) => row.person.id))
  work.about('checklist', undefined, { shown: page.length })
  return { rows: page, nextCursor: last ? toCursor(last) : null, total: totals?.[0]?.total ?? null }
}

export function whereOf({ actor, today }: Work, filter: ChecklistFilter): Where {
  const { sql, values } = scopeCondition(actor, today, { alias: 'c', person: 'person_id', next: 1 })
  const where: Where = { conditions: [sql], values: [...values] }
  const also = (condition: (place: string) => string, value: unknown) => {
    where.values.push(value)
    where.conditions.push(condition(`$${where.values.length}`))
  }
  if (!filter.withdrawn) where.conditions.push('c.withdrawn_at is null')
  // one centre named by equality: only then does the index give the order
  const centre = filter.centreId ?? (actor.centreIds.length === 1 ? actor.centreIds[0] : undefined)
  if (centre) also((at) => `c.centre_id = ${at}::uuid`, centre)
  if (filter.from) also((at) => `c.answered_on >= ${at}::date`, filter.from)
  if (filter.to) also((at) => `c.answered_on <= ${at}::date`, filter.to)
  if (filter.personId) also((at) => `c.person_id = ${at}::uuid`, filter.personId)
  if (filter.areaId) also((at) => `c.area_id = ${at}::uuid`, filter.areaId)
  if (filter.batchId) also((at) => `c.batch_id = ${at}::uuid`, filter.batchId)
  if (filter.staff)
    also((at) => `c.staff_id = ${at}::uuid`, filter.staff === 'mine' ? actor.staffId : filter.staff)
  if (filter.judgement) also((at) => `coalesce(c.confirmed_judgement, c.judgement) = ${at}`, filter.judgement)
  if (filter.confirmed === true) where.conditions.push('c.confirmed_at is not null')
  if (filter.confirmed === false) where.conditions.push('c.confirmed_at is null')
  return where
}

/** What each order sorts by, and the types of its place; the last is unique. */
const ORDERS = {
  newest: { columns: ['c.answered_on', 'c.id'], types: ['date', 'uuid'], direction: 'desc' },
  oldest: { columns: ['c.answered_on', 'c.id'], types: ['date', 'uuid'], direction: 'asc' },
  points: {
    columns: ['c.known_points', 'c.answered_on', 'c.id'],
    types: ['integer', 'date', 'uuid'],
    direction: 'desc',
  },
} as const

export function orderBy({ order }: Pick<ChecklistFilter, 'order'>): string {
  const { columns, direction } = ORDERS[order]
  return columns.map((column) => `${column} ${direction}`).join(', ')
}

function pageStatement(where: Where, { cursor, limit, order }: ChecklistFilter): Statement {
  const conditions = [...where.conditions]
  const values = [...where.values]
  const { columns, types, direction } = ORDERS[order]
  if (cursor) {
    const place = types.map((type, at) => `$${values.length + 1 + at}::${type}`).join(', ')
    conditions.push(`(${columns.join(', ')}) ${direction === 'desc' ? '<' : '>'} (${place})`)
    values.push(...fromCursor(cursor, order))
  }
  values.push(limit + 1)
  return {
    text: `select ${ROW} from casework.checklist c ${ROW_JOINS} where ${conditions.join(' and ')}
      order by ${orderBy({ order })} limit $${values.length}`,
    values,
  }
}

const totalStatement = ({ conditions, values }: Where): Statement => ({
  text: `select count(*) as total from casework.checklist c where ${conditions.join(' and ')}`,
  values,
})

const toCursor = ({ total, answeredOn, id }: ChecklistRow): string =>
  Buffer.from(`${total.known} ${answeredOn} ${id}`).toString('base64url')

function fromCursor(cursor: string, order: ChecklistFilter['order']): (string | number)[] {
  const [points = '', day = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ')
  const isPlace =
    /^\d{1,2}$/.test(points) && isIsoDate(day) && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
  if (isPlace) return order === 'points' ? [Number(points), day, id] : [day, id]
  throw invalid([
    { path: 'cursor', code: 'cursor', message: '続きの場所が分かりません。一覧を開き直してください。' },
  ])
}
