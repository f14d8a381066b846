import type pg from 'pg'
import type { Counts, ImportContext } from '../kind.ts'

/** Runs of one kind whose replaced rows are kept; of older ones only the line remains. */
const KEPT_RUNS = 5

/** Of runs that can stand before another: they changed something. @param run alias of `platform.reference_run` */
export const changedSomething = (run: 'r' | 'n'): string =>
  `(${run}.kept_tables is not null or ${run}.added + ${run}.changed + ${run}.removed > 0)`

/** The lock under which published files are stored and undone, one after the other. Held to the end of the transaction. */
export const lockReference = (client: pg.ClientBase): Promise<unknown> =>
  client.query(`select pg_advisory_xact_lock(hashtextextended('meguri.reference-import', 0))`)

/** Writes down a run of published files. @returns its id */
export async function recordRun(
  client: pg.ClientBase,
  kind: string,
  context: ImportContext,
  run: Counts & { read: number; sources?: readonly string[] },
): Promise<string> {
  const files = [...context.checksums].map(([name, sha256]) => ({ name, sha256 }))
  const { rows } = await client.query<{ id: string }>(
    `insert into platform.reference_run (kind, loaded_at, loaded_by, loader_insurer, attribution, sources, files,
       read_rows, added, changed, removed, unchanged)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, $10, $11, $12) returning id`,
    [
      kind,
      context.now.toString(),
      context.loadedBy,
      context.loaderInsurer ?? null,
      context.attribution,
      [...(run.sources ?? [])],
      JSON.stringify(files),
      run.read,
      run.added,
      run.changed,
      run.removed,
      run.unchanged,
    ],
  )
  return rows[0]!.id
}

/** Lets go of what older runs of a kind replaced. */
export async function forgetOlder(client: pg.ClientBase, kind: string): Promise<void> {
  const older = `select id from platform.reference_run where kind = $1 and undone_at is null and kept_tables is not null
    order by place desc offset ${KEPT_RUNS}`
  await client.query(`delete from platform.reference_kept where run_id in (${older})`, [kind])
  await client.query(`update platform.reference_run set kept_tables = null where id in (${older})`, [kind])
}
