import type { Statement } from '../database/engine.ts'
import type { Work } from '../database/work.ts'
import { invalid } from '../errors/index.ts'
import { type KindCount, loadOf } from './load.ts'
import { type StoredTask, selectTasks, toTaskRow } from './row.ts'
import type { Today, TodayQuery } from './schema.ts'

export const STRIP_DAYS = 14
const LIVE = `state in ('open', 'waiting')`
const HANDED = `insurer_id = $1 and handed_by = $2 and received_at is null and holder_id <> $2 and ${LIVE}`

/** $1 insurer, $2 worker, $3 today: whose tasks each tab holds. */
const TAB_ROWS: Record<TodayQuery['tab'], string> = {
  new: `platform.task where insurer_id = $1 and holder_id = $2 and ${LIVE} and is_new and $3::date is not null`,
  due: `platform.task where insurer_id = $1 and holder_id = $2 and state = 'open' and due_on = $3`,
  overdue: `platform.task where insurer_id = $1 and holder_id = $2 and state = 'open' and due_on < $3`,
  ahead: `platform.task where insurer_id = $1 and holder_id = $2 and state = 'open' and due_on > $3`,
  // what others owe me an answer to, and what I handed over and nobody has confirmed
  waiting: `(select * from platform.task where insurer_id = $1 and holder_id = $2 and state = 'waiting'
      union all select * from platform.task where ${HANDED}) w where $3::date is not null`,
}

/** The worker's day: counts of the tabs, the load of 14 days, and one page of one tab, in one round trip. */
export async function todayOf(work: Work, { tab, day, cursor, limit }: TodayQuery): Promise<Today> {
  const [counts, days, rows] = (await work.flight([
    countStatement(work),
    stripStatement(work),
    pageStatement(work, tab, day, cursor, limit + 1),
  ])) as [[Today['counts']], (KindCount & { day: string })[], StoredTask[]]
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  work.touched(...page.map((row) => row.person_id))
  const on = (match: (day: string) => boolean) => loadOf(days.filter((row) => match(row.day)))
  return {
    today: work.today,
    tab,
    counts: countsOf(counts[0]),
    strip: stripDays(work.today).map((one) => ({ day: one, ...on((of) => of === one) })),
    overdue: on((of) => of < work.today),
    rows: page.map((row) => toTaskRow(row, work.today)),
    nextCursor: last ? toCursor(last.due_on, last.id) : null,
  }
}

/** Counts of the tabs; `attention` is what the bell rings for: new or overdue, each task once. */
export const countStatement = (work: Work): Statement => ({
  text: `select count(*) filter (where is_new) as new,
      count(*) filter (where state = 'open' and due_on = $3) as due,
      count(*) filter (where state = 'open' and due_on < $3) as overdue,
      count(*) filter (where state = 'open' and due_on > $3) as ahead,
      count(*) filter (where is_new or (state = 'open' and due_on < $3)) as attention,
      count(*) filter (where state = 'waiting')
        + (select count(*) from platform.task where ${HANDED}) as waiting
    from platform.task where insurer_id = $1 and holder_id = $2 and ${LIVE}`,
  values: [work.actor.insurerId, work.actor.staffId, work.today],
})

const stripStatement = (work: Work): Statement => ({
  text: `select due_on as day, kind, count(*) as count from platform.task
    where insurer_id = $1 and holder_id = $2 and ${LIVE} and due_on <= $3::date + ${STRIP_DAYS - 1}
      and (due_on >= $3 or state = 'open')
    group by due_on, kind`,
  values: [work.actor.insurerId, work.actor.staffId, work.today],
})

function pageStatement(
  work: Work,
  tab: TodayQuery['tab'],
  day: string | undefined,
  cursor: string | undefined,
  count: number,
): Statement {
  const after = fromCursor(cursor)
  const place = after ? ' and (due_on, id) > ($5, $6::uuid)' : ''
  const only = day ? ` and due_on = $${after ? 7 : 5}::date` : ''
  return {
    text: `${selectTasks(`(select * from ${TAB_ROWS[tab]}${place}${only} order by due_on, id limit $4)`)}
      order by t.due_on, t.id`,
    values: [
      work.actor.insurerId,
      work.actor.staffId,
      work.today,
      count,
      ...(after ?? []),
      ...(day ? [day] : []),
    ],
  }
}

const countsOf = ({ new: fresh, due, overdue, waiting, ahead }: Today['counts']): Today['counts'] => ({
  new: fresh,
  due,
  overdue,
  waiting,
  ahead,
})

export const stripDays = (today: string): string[] =>
  Array.from({ length: STRIP_DAYS }, (_, days) => Temporal.PlainDate.from(today).add({ days }).toString())

const toCursor = (dueOn: string, id: string): string => Buffer.from(`${dueOn} ${id}`).toString('base64url')

function fromCursor(cursor: string | undefined): [string, string] | undefined {
  if (cursor === undefined) return undefined
  const found = /^(\d{4}-\d\d-\d\d) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString())
  if (!found) {
    throw invalid([
      { path: 'cursor', code: 'cursor', message: '続きの場所が分かりません。一覧を開き直してください。' },
    ])
  }
  return [found[1]!, found[2]!]
}
