import { recordCondition } from '../access/index.ts'
import type { Work } from '../database/work.ts'
import { notFound } from '../errors/index.ts'
import { taskKindLabel, taskKindWeight } from './kinds.ts'
import { type StoredTask, selectTasks, toTaskRow } from './row.ts'
import type { CentreLoad, DayLoad, TaskRow } from './schema.ts'

export interface KindCount {
  kind: string
  count: number
}

/** Figures of some tasks: how many, how heavy, by kind, the most first. */
export function loadOf(rows: readonly KindCount[]): DayLoad {
  const kinds = new Map<string, number>()
  for (const { kind, count } of rows) kinds.set(kind, (kinds.get(kind) ?? 0) + count)
  const list = [...kinds].map(([kind, count]) => ({ kind, label: taskKindLabel(kind), count }))
  return {
    count: list.reduce((sum, { count }) => sum + count, 0),
    weight: list.reduce((sum, { kind, count }) => sum + taskKindWeight(kind) * count, 0),
    kinds: list.sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'ja')),
  }
}

/** How many tasks one cell opens to at most; more is a matter of the worker's own list. */
const MOST = 200
const DAYS = 14

/** Whoever has a post at one of the reader's centres today. $1 insurer, $2 centres, $3 today. */
const STAFF_HERE = `select s.id, s.name, s.kana from registers.staff s
  where s.insurer_id = $1 and exists (
    select 1 from registers.post o where o.insurer_id = $1 and o.staff_id = s.id and o.centre_id = any ($2::uuid[])
      and o.valid_from <= $3 and (o.valid_to is null or o.valid_to >= $3))`

/**
 * The load of the reader's centres: staff × 14 days and what is overdue. Counts only tasks that the reader may open: of a member
 * of staff who also works elsewhere, what belongs to this centre.
 */
export async function centreLoad(work: Work): Promise<CentreLoad> {
  const { actor, today } = work
  const scope = recordCondition(actor, today, { alias: 't', person: 'person_id', next: 4 })
  const [staff, counts] = (await work.flight([
    {
      text: `${STAFF_HERE} order by s.kana, s.id limit 200`,
      values: [actor.insurerId, actor.centreIds, today],
    },
    {
      text: `select t.holder_id as "staffId", t.due_on as day, t.kind, count(*) as count from platform.task t
        where t.holder_id in (select h.id from (${STAFF_HERE}) h) and ${scope.sql}
          and t.state in ('open', 'waiting') and t.due_on <= $3::date + ${DAYS - 1} and (t.due_on >= $3 or t.state = 'open')
        group by t.holder_id, t.due_on, t.kind`,
      values: [actor.insurerId, actor.centreIds, today, ...scope.values],
    },
  ])) as [{ id: string; name: string }[], (KindCount & { staffId: string; day: string })[]]
  const days = Array.from({ length: DAYS }, (_, n) =>
    Temporal.PlainDate.from(today).add({ days: n }).toString(),
  )
  return {
    today,
    days,
    rows: staff.map(({ id, name }) => {
      const own = counts.filter(({ staffId }) => staffId === id)
      return {
        staff: { id, name },
        overdue: loadOf(own.filter(({ day }) => day < today)),
        days: days.map((one) => loadOf(own.filter(({ day }) => day === one))),
        total: own.reduce((sum, { count }) => sum + count, 0),
      }
    }),
  }
}

/** The tasks behind one figure, under the same conditions. @throws notFound for staff of another place */
export async function loadTasks(
  work: Work,
  staffId: string,
  day: string,
): Promise<{ rows: TaskRow[]; isCut: boolean }> {
  const { actor, today } = work
  work.about('staff', staffId)
  const scope = recordCondition(actor, today, { alias: 't', person: 'person_id', next: 5 })
  const isOverdue = day === 'overdue'
  const [known, stored] = (await work.flight([
    {
      text: `select 1 from (${STAFF_HERE}) h where h.id = $4`,
      values: [actor.insurerId, actor.centreIds, today, staffId],
    },
    {
      text: `${selectTasks('platform.task')}
        where t.insurer_id = $1 and t.holder_id = $2 and ${scope.sql}
          and ${isOverdue ? `t.state = 'open' and t.due_on < $3` : `t.state in ('open', 'waiting') and t.due_on = $3`}
        order by t.due_on, t.id limit $4`,
      values: [actor.insurerId, staffId, isOverdue ? today : day, MOST + 1, ...scope.values],
    },
  ])) as [unknown[], StoredTask[]]
  if (known.length === 0) throw notFound()
  const rows = stored.slice(0, MOST)
  work.touched(...rows.map((row) => row.person_id))
  return { rows: rows.map((row) => toTaskRow(row, today)), isCut: stored.length > MOST }
}
