import type { Statement } from '../../platform/database/engine.ts'
import type { Work } from '../../platform/database/work.ts'
import { invalid } from '../../platform/errors/index.ts'
import { foldName } from '../../platform/text/index.ts'
import type { ConsultationList, ConsultationRow } from './answers.ts'
import type { ConsultationFilter } from './schema.ts'
import { listed } from './scope.ts'

const COLUMNS = `c.id, c.version, c.received_at as "receivedAt", c.received_on as "receivedOn",
  case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name, 'kana', p.kana) end as person,
  case when c.person_id is null then jsonb_build_object('ageBand', coalesce(c.unnamed_age_band, 'unknown'),
    'sex', coalesce(c.unnamed_sex, 'unknown')) end as unnamed,
  c.channel, c.continuity, c.caller, c.topics, c.urgency, c.minutes, left(c.text, 160) as excerpt, s.name as "staffName",
  k.short_name as "centreName", c.next_action as "nextAction", c.due_on as "dueOn",
  (select count(*) from casework.referral r where r.insurer_id = c.insurer_id and r.consultation_id = c.id) as referrals,
  c.withdrawn_at as "withdrawnAt", c.staff_id`

const JOINS = `left join casework.person p on p.insurer_id = c.insurer_id and p.id = c.person_id
  left join registers.staff s on s.insurer_id = c.insurer_id and s.id = c.staff_id
  left join registers.centre k on k.insurer_id = c.insurer_id and k.id = c.centre_id`

/** How many places the finder gives at most to one page; past it the reader is told to narrow the period. */
const FOUND_AT_MOST = 2000

interface Where {
  from: string
  conditions: string[]
  values: unknown[]
}

/** Consultations of the reader's scope, newest first, one page. A text search goes through the finder. */
export async function listConsultations(work: Work, filter: ConsultationFilter): Promise<ConsultationList> {
  const where = whereOf(work, filter)
  const statements = [pageStatement(where, filter)]
  if (filter.withTotal) statements.push(totalStatement(where))
  const [stored, totals] = (await work.flight(statements)) as [
    (Omit<ConsultationRow, 'mine'> & { staff_id: string })[],
    { total: number }[] | undefined,
  ]
  const page = stored.slice(0, filter.limit)
  const last = stored.length > filter.limit ? page.at(-1) : undefined
  work.touched(...page.map((row) => row.person?.id))
  work.about('consultation', undefined, { shown: page.length })
  return {
    rows: page.map(({ staff_id, ...row }) => ({ ...row, mine: staff_id === work.actor.staffId })),
    nextCursor: last ? toCursor(last) : null,
    total: wholeTotal(filter, totals?.[0]?.total),
  }
}

/** A count that the finder cut off, or that began at a cursor, is unknown: never a smaller number. */
function wholeTotal({ text, cursor }: ConsultationFilter, total: number | undefined): number | null {
  if (total === undefined) return null
  return text && (cursor || total >= FOUND_AT_MOST) ? null : total
}

function whereOf(work: Work, filter: ConsultationFilter): Where {
  const { sql, values } = listed(work.actor, work.today, 1)
  const where: Where = { from: 'casework.consultation c', conditions: [sql], values: [...values] }
  const also = (condition: (place: string) => string, value: unknown) => {
    where.values.push(value)
    where.conditions.push(condition(`$${where.values.length}`))
  }
  if (!filter.withdrawn) where.conditions.push('c.withdrawn_at is null')
  // one centre named by equality: only then does the index give the order
  const centre = filter.centreId ?? (work.actor.centreIds.length === 1 ? work.actor.centreIds[0] : undefined)
  if (centre) also((at) => `c.centre_id = ${at}::uuid`, centre)
  if (filter.from) also((at) => `c.received_at >= ${at}::timestamptz`, startOfDay(filter.from))
  if (filter.to) also((at) => `c.received_at < ${at}::timestamptz`, startOfDay(filter.to, 1))
  if (filter.personId) also((at) => `c.person_id = ${at}::uuid`, filter.personId)
  if (filter.staff) {
    also((at) => `c.staff_id = ${at}::uuid`, filter.staff === 'mine' ? work.actor.staffId : filter.staff)
  }
  if (filter.channel) also((at) => `c.channel = ${at}`, filter.channel)
  if (filter.topic) also((at) => `${at} = any (c.topics)`, filter.topic)
  if (filter.urgency) also((at) => `c.urgency = ${at}`, filter.urgency)
  if (filter.text) findText(where, filter, filter.text)
  return where
}

/** The finder walks newest first from the cursor, so a page is complete unless more than 2,000 hits fail the other filters. */
function findText(where: Where, filter: ConsultationFilter, text: string): void {
  const fold = foldName(text)
  if (fold === '') {
    throw invalid([{ path: 'text', code: 'empty', message: 'ことば: 文字か数字を入力してください。' }])
  }
  const before = filter.cursor ? fromCursor(filter.cursor) : [null, null]
  const next = where.values.length
  where.values.push(
    `%${fold.replace(/[\\%_]/g, '\\$&')}%`,
    filter.from ? startOfDay(filter.from) : null,
    filter.to ? startOfDay(filter.to, 1) : null,
    ...before,
    FOUND_AT_MOST,
  )
  const at = (n: number) => `$${next + n}`
  where.from = `casework.find_consultations(${at(1)}, ${at(2)}::timestamptz, ${at(3)}::timestamptz, ${at(4)}::timestamptz,
      ${at(5)}::uuid, ${at(6)}::int) f
    join casework.consultation c on c.insurer_id = $1 and c.id = f.id`
}

function pageStatement(where: Where, { cursor, limit }: ConsultationFilter): Statement {
  const conditions = [...where.conditions]
  const values = [...where.values]
  if (cursor) {
    conditions.push(
      `(c.received_at, c.id) < ($${values.length + 1}::timestamptz, $${values.length + 2}::uuid)`,
    )
    values.push(...fromCursor(cursor))
  }
  values.push(limit + 1)
  return {
    text: `select ${COLUMNS} from ${where.from} ${JOINS} where ${conditions.join(' and ')}
      order by c.received_at desc, c.id desc limit $${values.length}`,
    values,
  }
}

const totalStatement = ({ from, conditions, values }: Where): Statement => ({
  text: `select count(*) as total from ${from} where ${conditions.join(' and ')}`,
  values,
})

const startOfDay = (day: string, later = 0): string =>
  Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime('Asia/Tokyo').toInstant().toString()

const toCursor = ({ receivedAt, id }: { receivedAt: string; id: string }): string =>
  Buffer.from(`${receivedAt} ${id}`).toString('base64url')

function fromCursor(cursor: string): [string, string] {
  const found = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) ([0-9a-f-]{36})$/.exec(
    Buffer.from(cursor, 'base64url').toString(),
  )
  if (!found) {
    throw invalid([
      { path: 'cursor', code: 'cursor', message: '続きの場所が分かりません。一覧を開き直してください。' },
    ])
  }
  return [found[1]!, found[2]!]
}
