import type pg from 'pg'
import type { ImportKind } from '../kind.ts'

const RELEASES = 'platform.dataset_release'

/** What the tables of a kind held before its run stored anything. */
export interface Before {
  tables: string[]
  /** rows written in this transaction so far, by table */
  written: ReadonlyMap<string, number>
}

/** Copies the tables of a kind, for what its run will replace; null for a kind that states none. */
export async function lookBefore(client: pg.ClientBase, kind: ImportKind): Promise<Before | null> {
  if (!kind.tables) return null
  const tables = [RELEASES, ...kind.tables.filter((name) => name !== RELEASES)]
  for (const [at, table] of tables.entries()) {
    const { rows } = await client.query<{ key: string | null }>(
      `select platform.key_of($1::regclass, 't') as key, platform.keep_rows($1::regclass, $2)`,
      [table, `kept_before_${at}`],
    )
    if (rows[0]?.key == null)
      throw new Error(`${table} has no key: a run of ${kind.kind} could not be undone`)
  }
  await refuseSilentLoss(client, kind, tables)
  return { tables, written: await writtenRows(client) }
}

/** A row of a table that is not kept must never go because a kept one does: an undo could not bring it back. */
async function refuseSilentLoss(client: pg.ClientBase, kind: ImportKind, tables: string[]): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select conrelid::regclass::text as name from pg_constraint
     where contype = 'f' and confdeltype in ('c', 'n', 'd') and confrelid = any ($1::regclass[]) and conrelid <> all ($1::regclass[])`,
    [tables],
  )
  if (rows[0])
    throw new Error(
      `${rows[0].name} loses rows with the tables of ${kind.kind} and does not stand among them`,
    )
}

/**
 * Stores what the run replaced. A run that replaced nothing, such as the same file again, keeps nothing: it neither stands before the
 * undo of the one before it nor takes the place of one that can be undone.
 * @throws Error when the run wrote a table that its kind does not state: an undo would leave it behind
 */
export async function keepReplaced(
  client: pg.ClientBase,
  kind: ImportKind,
  { tables, written }: Before,
  runId: string,
): Promise<void> {
  const stated = new Set([...tables, ...(kind.derived ?? []), 'platform.reference_run'])
  for (const [table, rows] of await writtenRows(client))
    if (!stated.has(table) && rows !== (written.get(table) ?? 0))
      throw new Error(`${kind.kind} wrote ${table}, which stands neither in its tables nor in derived`)
  for (const [at, table] of tables.entries()) {
    await client.query('select platform.keep_rows($1::regclass, $2)', [table, `kept_after_${at}`])
    // `not in` is looked through row by row once its list outgrows work_mem: 250,000 offices would take days
    await client.query(
      `insert into platform.reference_kept (run_id, table_name, side, place, content)
       select $1::uuid, $2, 'before', row_number() over (), b.content from kept_before_${at} b
       where not exists (select from kept_after_${at} a where a.hash = b.hash)
       union all
       select $1::uuid, $2, 'after', row_number() over (), a.hash from kept_after_${at} a
       where not exists (select from kept_before_${at} b where b.hash = a.hash)`,
      [runId, table],
    )
  }
  await client.query(
    `update platform.reference_run set kept_tables = (
       select jsonb_agg(jsonb_build_object('table', name, 'layout', platform.layout_of(name::regclass)) order by n)
       from unnest($2::text[]) with ordinality as t (name, n))
     where id = $1 and (added + changed + removed > 0 or exists (select from platform.reference_kept k where k.run_id = $1))`,
    [runId, tables],
  )
}

async function writtenRows(client: pg.ClientBase): Promise<Map<string, number>> {
  const { rows } = await client.query<{ name: string; n: string | number }>(
    `select schemaname || '.' || relname as name, n_tup_ins + n_tup_upd + n_tup_del as n from pg_stat_xact_user_tables
     where schemaname not like 'pg\\_%' and n_tup_ins + n_tup_upd + n_tup_del > 0`,
  )
  return new Map(rows.map(({ name, n }) => [name, Number(n)]))
}
