import { query } from '../data.ts'
import type { Product } from '../processes.ts'
import { MARK, type Paper, type Table } from './papers.ts'
import type { Acknowledged } from './record.ts'

export interface Kept {
  acknowledged: Record<Table, number>
  /** not in the database, or with another content than was acknowledged last */
  lost: string[]
  /** acknowledged without a line in the audit */
  unaudited: string[]
}

const STORED: Record<Table, string> = {
  consultation: `select id::text, to_jsonb(t) as row from casework.consultation t where id = any ($1::uuid[])`,
  task: `select id::text, to_jsonb(t) as row from platform.task t where id = any ($1::uuid[])`,
  checklist: `select id::text, to_jsonb(t) as row from casework.checklist t where id = any ($1::uuid[])`,
  draft: `select key as id, content as row from platform.draft where key = any ($1::text[])`,
}

/** Reads every acknowledged write back by its id, with the content acknowledged last, and its line in the audit by the request's number. */
export async function checkWrites({ clients }: Product, writes: readonly Acknowledged[]): Promise<Kept> {
  const lost: string[] = []
  const acknowledged = { consultation: 0, task: 0, checklist: 0, draft: 0 }
  for (const { paper } of writes) acknowledged[paper.table] += 1
  for (const table of Object.keys(STORED) as Table[]) {
    const last = new Map<string, Paper>()
    for (const { paper } of writes) if (paper.table === table) last.set(paper.id, paper)
    const rows = await query<{ id: string; row: Record<string, unknown> }>(clients.superuser, STORED[table], [
      [...last.keys()],
    ])
    const stored = new Map(rows.map(({ id, row }) => [id, row]))
    for (const [id, { holds }] of last) {
      const row = stored.get(id)
      if (!row) lost.push(`${table} ${id}: absent`)
      else
        for (const [column, value] of Object.entries(holds))
          if (String(row[column]) !== value)
            lost.push(`${table} ${id}: ${column} is ${String(row[column])}, not ${value}`)
    }
  }
  const lines = await query<{ id: string; staff: string }>(
    clients.superuser,
    `select request_id as id, staff_id as staff from audit.line where request_id = any ($1::text[]) and outcome = 'done'`,
    [writes.map(({ requestId }) => requestId)],
  )
  const said = new Set(lines.map(({ id, staff }) => `${id} ${staff}`))
  const unaudited = writes.filter(({ requestId, staffId }) => !said.has(`${requestId} ${staffId}`))
  return { acknowledged, lost, unaudited: unaudited.map(({ paper }) => `${paper.table} ${paper.id}`) }
}

/** Takes away what was written, without triggers, so that the next run finds the sample as it was. The audit stays. */
export async function clearWrites({ clients }: Product): Promise<void> {
  await query(
    clients.superuser,
    `set session_replication_role = replica;
      create temporary table made as
        select insurer_id, id from casework.consultation where text like '${MARK}%'
        union all select insurer_id, id from casework.checklist where note like '${MARK}%';
      delete from platform.journal j using made where j.insurer_id = made.insurer_id and j.source_id = made.id;
      delete from platform.task t using made where t.insurer_id = made.insurer_id and t.source_id = made.id;
      delete from platform.task where title like '${MARK}%';
      delete from platform.draft where key like 'bench-day-%';
      delete from casework.checklist c using made where c.insurer_id = made.insurer_id and c.id = made.id;
      delete from casework.consultation c using made where c.insurer_id = made.insurer_id and c.id = made.id`,
  )
  await query(
    clients.superuser,
    'vacuum analyze casework.consultation, casework.checklist, platform.journal, platform.task, platform.draft',
  )
}
