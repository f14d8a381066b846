import { type Actor, recordCondition } from '../access/index.ts'
import type { Tx } from '../database/engine.ts'
import type { Work } from '../database/work.ts'
import { taskKindLabel, taskSourceLink } from './kinds.ts'
import type { TaskRow } from './schema.ts'

export interface StoredTask {
  id: string
  version: number
  person_id: string | null
  person_name: string | null
  person_kana: string | null
  title: string
  kind: string
  due_on: string
  state: TaskRow['state']
  is_new: boolean
  source_type: string
  source_id: string
  postponed_from: string | null
  postponed_reason: string | null
  handed_by_name: string | null
  handed_at: string | null
  handed_reason: string | null
  received_at: string | null
  holder_id: string
  holder_name: string | null
}

const COLUMNS = `t.id, t.version, t.person_id, p.name as person_name, p.kana as person_kana, t.title, t.kind, t.due_on, t.state,
  t.is_new, t.source_type, t.source_id, t.postponed_from, t.postponed_reason, g.name as handed_by_name, t.handed_at, t.handed_reason,
  t.received_at, t.holder_id, h.name as holder_name`

/** The page of tasks that `from` names (a table or subquery with the columns of platform.task), with its names. */
export const selectTasks = (from: string): string => `select ${COLUMNS} from ${from} t
  left join casework.person p on p.insurer_id = t.insurer_id and p.id = t.person_id
  left join registers.staff g on g.insurer_id = t.insurer_id and g.id = t.handed_by
  left join registers.staff h on h.insurer_id = t.insurer_id and h.id = t.holder_id`

export function toTaskRow(row: StoredTask, today: string): TaskRow {
  const person =
    row.person_id && row.person_name !== null
      ? { id: row.person_id, name: row.person_name, kana: row.person_kana ?? '' }
      : null
  return {
    id: row.id,
    version: row.version,
    person,
    title: row.title,
    kind: row.kind,
    kindLabel: taskKindLabel(row.kind),
    dueOn: row.due_on,
    daysLeft: daysBetween(today, row.due_on),
    state: row.state,
    isNew: row.is_new,
    sourceType: row.source_type,
    sourceId: row.source_id,
    sourceLink: taskSourceLink(row.source_type, row.source_id),
    postponedFrom: row.postponed_from,
    postponedReason: row.postponed_reason,
    handedByName: row.handed_by_name,
    handedAt: row.handed_at,
    handedReason: row.handed_reason,
    receivedAt: row.received_at,
    holder: { id: row.holder_id, name: row.holder_name ?? '' },
  }
}

/** Whole days from one day to another; negative when `to` lies before. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days

/**
 * Which tasks somebody may change: their own; within a centre also a colleague's, who may be away.
 * @returns SQL over alias t and its parameters, beginning with the insurer
 */
export function changeable(actor: Actor, today: string, next: number): { sql: string; values: unknown[] } {
  if (actor.reach !== 'centre') {
    return {
      sql: `t.insurer_id = $${next} and t.holder_id = $${next + 1}`,
      values: [actor.insurerId, actor.staffId],
    }
  }
  const { sql, values } = recordCondition(actor, today, { alias: 't', person: 'person_id', next })
  const own = next + values.length
  return {
    sql: `t.insurer_id = $${next} and (t.holder_id = $${own} or (${sql}))`,
    values: [...values, actor.staffId],
  }
}

/** The task as it stands, when the reader may change it or handed it over. */
export async function readTask(tx: Tx, work: Work, id: string): Promise<TaskRow | undefined> {
  const { sql, values } = changeable(work.actor, work.today, 3)
  const [row] = await tx.query<StoredTask>(
    `${selectTasks('platform.task')} where t.id = $1 and ((${sql}) or (t.insurer_id = $3 and t.handed_by = $2))`,
    [id, work.actor.staffId, ...values],
  )
  return row && toTaskRow(row, work.today)
}
