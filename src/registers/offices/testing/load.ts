import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { TabularSource } from '../../../exchange/tabular/index.ts'
import type { TestDatabase } from '../../../platform/database/testing/database.ts'
import { valueTypes } from '../../../platform/database/types.ts'
import { type Undone, undoNewest } from '../../../platform/import/history/undo.ts'
import { checksumsOf, type ImportRun, runImport } from '../../../platform/import/index.ts'
import { imports } from '../imports.ts'

export const fixtures = join(import.meta.dirname, '..', '..', '..', 'exchange', 'care-offices', 'fixtures')

/** The real files of a prefecture. */
export const filesOf = (prefecture: 'pref37-kagawa' | 'pref22-shizuoka'): TabularSource[] =>
  readdirSync(join(fixtures, prefecture))
    .sort()
    .map((name) => ({ name, path: join(fixtures, prefecture, name) }))

export async function referenceClient(database: TestDatabase): Promise<pg.Client> {
  const client = new pg.Client({ ...database.client('reference'), types: valueTypes })
  await client.connect()
  return client
}

/** Loads files as the command does. */
export async function loadOffices(
  client: pg.Client,
  files: TabularSource[],
  { dryRun = false, today = '2026-11-22', attribution = null as string | null } = {},
): Promise<ImportRun> {
  await client.query('begin')
  const run = await runImport(
    client,
    imports[0]!,
    files,
    {
      insurerId: null,
      checksums: await checksumsOf(files),
      loadedBy: 'command',
      now: Temporal.Instant.from(`${today}T01:00:00Z`),
      today,
      attribution,
    },
    { dryRun },
  )
  await client.query(run.applied ? 'commit' : 'rollback')
  return run
}

/** Takes the newest run back, as the screen does. */
export async function undoOffices(client: pg.Client): Promise<Undone> {
  await client.query('begin')
  const done = await undoNewest(client, imports[0]!, {
    context: {
      insurerId: null,
      checksums: new Map(),
      loadedBy: 'command',
      now: Temporal.Instant.from('2026-11-22T02:00:00Z'),
      today: '2026-11-22',
      attribution: null,
    },
  })
  await client.query(done.outcome === 'undone' ? 'commit' : 'rollback')
  return done
}

export const clearOffices = (client: pg.Client) =>
  client.query(`delete from registers.care_office_load; delete from registers.care_office_difference;
    delete from registers.care_office_service; delete from registers.care_office;
    delete from platform.reference_kept where run_id in (select id from platform.reference_run where kind = 'care-offices');
    delete from platform.reference_run where kind = 'care-offices';
    delete from platform.dataset_release where dataset = 'care-offices'`)
