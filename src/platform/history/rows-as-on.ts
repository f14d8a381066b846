import { type Actor, recordCondition } from '../access/index.ts'
import type { Statement } from '../database/engine.ts'
import type { Work } from '../database/work.ts'
import { type AsOn, endOfDay, type FoundRow, rowAsOn } from './as-on.ts'

export interface AsOnQuery {
  /** 'casework.contact': a constant of the program, never from outside */
  table: string
  /** default person_id; 'id' for casework.person itself */
  personColumn?: string
  personId: string
  /** 'YYYY-MM-DD' */
  day: string
  /** rows at most; default 500, the newest */
  limit?: number
}

const TABLE = /^[a-z_]+\.[a-z_]+$/
const COLUMN = /^[a-z_]+$/
const MOST = 500

/**
 * The rows of a person in one table, now and as kept after a day. Scope: through the person, in the statement's own text;
 * the policies of the table and of platform.history are the second lock. Out of reach: no rows.
 * @throws Error for a name that is none (a fault of the program)
 */
export function rowsAsOnStatement(actor: Actor, today: string, query: AsOnQuery): Statement {
  const { table, personColumn = 'person_id', personId, day, limit = MOST } = query
  if (!TABLE.test(table) || !COLUMN.test(personColumn))
    throw new Error(`no name of a table: ${table}.${personColumn}`)
  const reach = recordCondition(actor, today, { alias: 'p', person: 'id', next: 5 })
  return {
    text: `with reach as (select p.id from casework.person p where ${reach.sql} and p.id = $1),
      candidate as (
        select t.id from ${table} t, reach where t.insurer_id = $5 and t.${personColumn} = reach.id
        union
        select h.row_id from platform.history h, reach
          where h.insurer_id = $5 and h.person_id = reach.id and h.table_name = $2 and h.changed_at >= $3::timestamptz)
      select c.id, to_jsonb(t) as now, coalesce((
          select jsonb_agg(jsonb_build_object('row', h.row, 'operation', h.operation, 'at', h.changed_at, 'by', s.name)
            order by h.changed_at, h.id)
          from platform.history h left join registers.staff s on s.insurer_id = h.insurer_id and s.id = h.changed_by
          where h.insurer_id = $5 and h.table_name = $2 and h.row_id = c.id and h.changed_at >= $3::timestamptz), '[]') as later
      from candidate c left join ${table} t on t.insurer_id = $5 and t.id = c.id
      order by c.id desc limit $4`,
    values: [personId, table, endOfDay(day), limit, ...reach.values],
  }
}

/** The rows of a person in one table as they stood at the end of a day, with what they are now. */
export async function rowsAsOn(work: Work, query: AsOnQuery): Promise<AsOn[]> {
  const [rows] = (await work.flight([rowsAsOnStatement(work.actor, work.today, query)])) as [FoundRow[]]
  return readAsOn(rows, query)
}

export function readAsOn(
  rows: readonly FoundRow[],
  { personColumn = 'person_id', personId, day }: AsOnQuery,
): AsOn[] {
  const until = endOfDay(day)
  return rows.map((row) => rowAsOn(row, { personColumn, personId }, until))
}
