import { join } from 'node:path'
import type pg from 'pg'
import type { TabularSource } from '../../../exchange/tabular/index.ts'
import { checksumsOf, type ImportKind, type ImportRun, runImport } from '../../../platform/import/index.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'exchange', 'municipality-codes')
const fixture = (name: string) => ({ name, path: join(folder, 'fixtures', name) })

/** The published lists and our own collection of changes. */
export const list = fixture('localgovjp-utf8.csv')
export const prefectures = fixture('prefjp-utf8.csv')
export const changes = { name: 'code-changes.csv', path: join(folder, 'data', 'code-changes.csv') }

/** One run of a kind in its own transaction, as the command does it. */
export async function loadFiles(
  client: pg.Client,
  kind: ImportKind,
  files: readonly TabularSource[],
  { dryRun = false, attribution = null as string | null } = {},
): Promise<ImportRun> {
  await client.query('begin')
  const context = {
    insurerId: null,
    checksums: await checksumsOf(files),
    loadedBy: 'command',
    now: Temporal.Instant.from('2026-11-22T01:00:00Z'),
    today: '2026-11-22',
    attribution,
  }
  const run = await runImport(client, kind, files, context, { dryRun })
  await client.query(run.applied ? 'commit' : 'rollback')
  return run
}

/** The database of a worker serves many files: what one has loaded must not be found by the next. */
export async function clearMunicipalities(client: pg.Client): Promise<void> {
  await client.query(
    `delete from registers.boundary_set; delete from registers.insurer_member; delete from registers.municipality;
     delete from platform.dataset_release where dataset in ('municipality-codes', 'boundaries', 'insurer-members')`,
  )
}
