import { renewalWindowDays } from '../../law/casework/certification-days.ts'
import { inForce } from '../../law/in-force.ts'
import { scopeCondition } from '../../platform/access/index.ts'
import { addDays, daysBetween } from '../../platform/calendar/index.ts'
import type { Statement, Tx } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { invalid } from '../../platform/errors/index.ts'
import { settingOn } from '../../registers/settings/index.ts'
import type { RenewalList, RenewalRow } from './answers.ts'
import { monthsBefore, renewalOpensOn, renewalState, type WindowCounting } from './rules/renewal.ts'
import type { RenewalFilter } from './schema.ts'
import { windowCounting, wishMonths } from './settings.ts'
import { HAS_PERIOD } from './store.ts'

interface Local {
  counting: WindowCounting
  wish: number
  windowDays: number
}
type Stored = Omit<RenewalRow, 'daysLeft' | 'opensOn' | 'state'>

/** 更新対象者一覧: the last 認定 of each person by its end, a page at a time. */
export async function listRenewals(work: Work, filter: RenewalFilter): Promise<RenewalList> {
  return work.read(async (tx) => {
    const local = await localRules(tx, work)
    const where = whereOf(work, filter, local)
    const [rows, counted] = await Promise.all([
      tx.query<Stored>(...asArguments(pageStatement(where, filter))),
      filter.withTotal ? tx.query<{ total: number }>(...asArguments(totalStatement(where))) : undefined,
    ])
    const page = rows.slice(0, filter.limit)
    work.touched(...page.map(({ person }) => person.id))
    work.about('certification', undefined, { shown: page.length })
    const last = rows.length > filter.limit ? page.at(-1) : undefined
    return {
      rows: page.map((row) => shown(row, work.today, local)),
      nextCursor: last ? Buffer.from(`${last.validTo} ${last.id}`).toString('base64url') : null,
      total: counted?.[0]?.total ?? null,
    }
  })
}

const asArguments = ({ text, values = [] }: Statement): [string, readonly unknown[]] => [text, values]

async function localRules(tx: Tx, { actor, today }: Work): Promise<Local> {
  const [counting, wish] = await Promise.all([
    settingOn(tx, actor.insurerId, windowCounting, today),
    settingOn(tx, actor.insurerId, wishMonths, today),
  ])
  return { counting, wish, windowDays: inForce(renewalWindowDays, today).value }
}

function shown(row: Stored, today: string, { counting, wish, windowDays }: Local): RenewalRow {
  const opensOn = renewalOpensOn(row.validTo, windowDays, counting)
  const state = renewalState(today, {
    lastDay: row.validTo,
    opensOn,
    soonOn: monthsBefore(row.validTo, wish),
  })
  return { ...row, opensOn, daysLeft: daysBetween(today, row.validTo), state }
}

interface Where {
  conditions: string[]
  values: unknown[]
  /** takes a value in and gives its parameter */
  at(value: unknown): string
}

function emptyWhere(sql: string, first: readonly unknown[]): Where {
  const values = [...first]
  return { conditions: [sql], values, at: (value) => `$${values.push(value)}` }
}

/** An open application that may follow this 認定. */
const OPEN = `select from casework.certification o where o.insurer_id = c.insurer_id and o.person_id = c.person_id
  and o.state = 'received' and o.kind in ('renewal', 'change', 'new')`

const LAST_OF_ITS_PERSON = `c.state = 'decided' and c.level <> '01' and c.ended_on is null and p.died_on is null
  and p.moved_out_on is null and p.merged_into is null
  and not exists (select from casework.certification n where n.insurer_id = c.insurer_id and n.person_id = c.person_id
    and n.valid_from > c.valid_from and ${HAS_PERIOD('n')})`

function whereOf({ actor, today }: Work, filter: RenewalFilter, local: Local): Where {
  const { sql, values } = scopeCondition(actor, today, { alias: 'c', person: 'person_id', next: 1 })
  const where = emptyWhere(sql, values)
  const also = (condition: string) => where.conditions.push(condition)
  also(LAST_OF_ITS_PERSON)
  limitToPeriod(where, filter.state, today, local)
  // one centre named by equality: only then does the index give the order
  const centre = filter.centreId ?? (actor.centreIds.length === 1 ? actor.centreIds[0] : undefined)
  if (centre) also(`c.centre_id = ${where.at(centre)}::uuid`)
  if (filter.mine) also(`p.staff_id = ${where.at(actor.staffId)}::uuid`)
  if (filter.group === 'support') also(`c.level in ('11', '12', '13')`)
  if (filter.group === 'care') also(`c.level >= '21'`)
  if (filter.withoutApplication) also(`not exists (${OPEN})`)
  return where
}

function limitToPeriod(where: Where, state: RenewalFilter['state'], today: string, local: Local): void {
  const also = (condition: string) => where.conditions.push(condition)
  const now = where.at(today)
  if (state === 'expired') {
    also(`c.valid_to < ${now}::date and c.valid_to >= ${where.at(addDays(today, -365))}::date`)
    return
  }
  also(`c.valid_to >= ${now}::date`)
  const lastOpen = where.at(addDays(today, local.windowDays - (local.counting === 'lastDayCounted' ? 1 : 0)))
  if (state === 'open') {
    also(`c.valid_to <= ${lastOpen}::date`)
    return
  }
  // months differ in length: the exact day is asked of each row, the index gets a bound that is never too early
  const bound = where.at(addDays(today, Math.max(local.wish * 31 + 3, local.windowDays)))
  also(`c.valid_to <= ${bound}::date and (c.valid_to <= ${lastOpen}::date
    or (c.valid_to - make_interval(months => ${where.at(local.wish)}::int))::date <= ${now}::date)`)
  if (state === 'soon') also(`c.valid_to > ${lastOpen}::date`)
}

const FROM = `from casework.certification c
  join casework.person p on p.insurer_id = c.insurer_id and p.id = c.person_id
  left join registers.centre k on k.insurer_id = c.insurer_id and k.id = c.centre_id
  left join registers.staff s on s.insurer_id = p.insurer_id and s.id = p.staff_id`
const COLUMNS = `c.id, jsonb_build_object('id', p.id, 'name', p.name, 'kana', p.kana, 'birthOn', p.birth_on) as person, c.level,
  c.basis, c.valid_from as "validFrom", c.valid_to as "validTo",
  (select max(o.applied_on) ${OPEN.replace('select ', '')}) as "appliedOn", exists (${OPEN}) as "isApplied",
  k.short_name as "centreName", s.name as "staffName"`

function pageStatement(where: Where, { cursor, limit, order }: RenewalFilter): Statement {
  const conditions = [...where.conditions]
  const values = [...where.values]
  const [sign, way] = order === 'endFirst' ? ['>', 'asc'] : ['<', 'desc']
  if (cursor) {
    const [day, id] = fromCursor(cursor)
    values.push(day, id)
    conditions.push(`(c.valid_to, c.id) ${sign} ($${values.length - 1}::date, $${values.length}::uuid)`)
  }
  values.push(limit + 1)
  return {
    text: `select ${COLUMNS} ${FROM} where ${conditions.join(' and ')}
      order by c.valid_to ${way}, c.id ${way} limit $${values.length}`,
    values,
  }
}

const totalStatement = ({ conditions, values }: Where): Statement => ({
  text: `select count(*) as total from casework.certification c
    join casework.person p on p.insurer_id = c.insurer_id and p.id = c.person_id where ${conditions.join(' and ')}`,
  values,
})

function fromCursor(cursor: string): [string, string] {
  const found = /^(\d{4}-\d\d-\d\d) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString())
  if (!found?.[1] || !found[2]) {
    throw invalid([
      { path: 'cursor', code: 'cursor', message: '続きの場所が分かりません。一覧を開き直してください。' },
    ])
  }
  return [found[1], found[2]]
}
