import { scopeCondition } from '../access/index.ts'
import type { Tx } from '../database/engine.ts'
import type { Work } from '../database/work.ts'

export interface RecordRef {
  type: string
  id: string
}

export interface Link {
  /** 'to': the record asked about leads there · 'from': it comes from there */
  direction: 'to' | 'from'
  other: RecordRef
  kind: string
  createdAt: string
}

/** Joins two records inside the transaction that makes the second; a repeated call changes nothing. */
export async function link(
  tx: Tx,
  { actor }: Work,
  from: RecordRef,
  to: RecordRef,
  kind: string,
  { personId = null, centreId = null }: { personId?: string | null; centreId?: string | null } = {},
): Promise<void> {
  await tx.query(
    `insert into platform.link (insurer_id, from_type, from_id, to_type, to_id, kind, person_id, centre_id, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (insurer_id, from_type, from_id, to_type, to_id, kind) do nothing`,
    [actor.insurerId, from.type, from.id, to.type, to.id, kind, personId, centreId, actor.staffId],
  )
}

/** What became of a record, and what it rests on: its links both ways, oldest first, within the reader's scope. */
export async function linksOf(tx: Tx, work: Work, record: RecordRef): Promise<Link[]> {
  const scope = scopeCondition(work.actor, work.today, { alias: 'l', person: 'person_id', next: 3 })
  const rows = await tx.query<{
    direction: 'to' | 'from'
    type: string
    id: string
    kind: string
    created_at: string
  }>(
    `select 'to' as direction, l.to_type as type, l.to_id as id, l.kind, l.created_at
     from platform.link l where l.from_type = $1 and l.from_id = $2 and ${scope.sql}
     union all
     select 'from', l.from_type, l.from_id, l.kind, l.created_at
     from platform.link l where l.to_type = $1 and l.to_id = $2 and ${scope.sql}
     order by created_at, id limit 200`,
    [record.type, record.id, ...scope.values],
  )
  return rows.map((row) => ({
    direction: row.direction,
    other: { type: row.type, id: row.id },
    kind: row.kind,
    createdAt: row.created_at,
  }))
}
