import pg from 'pg'
import { ATTRIBUTION } from '../city/insurers.ts'
import { MEGURI } from '../city/registers.ts'
import { tablesOf } from '../generate.ts'
import type { SampleTables, TableName } from '../tables.ts'
import { tableNames } from '../tables.ts'
import { createWorld, type SampleOptions, type SampleWorld } from '../world.ts'
import { fillTable } from './copy.ts'
import { heavyTables, withoutIndexes } from './indexes.ts'
import { anchorOfSample } from './installation.ts'

export interface StaffForAccount {
  insurerId: number
  staffId: string
  staffNumber: string
  name: string
}

export interface LoadOptions extends SampleOptions {
  /** Makes the log-in accounts; called after the rows are stored, also when they already were: must be safe to repeat. */
  createAccounts?: (staff: StaffForAccount[]) => Promise<void>
}

export type Progress =
  | { step: 'rows'; table: TableName; rows: number }
  | { step: 'index'; name: string }
  | { step: 'statistics' }
  | { step: 'accounts'; count: number }

export interface LoadResult {
  outcome: 'loaded' | 'already-loaded'
  /** Rows by table; empty when nothing was to do. */
  counts: Record<string, number>
  milliseconds: number
}

/**
 * Loads the sample in one transaction: all of it, or nothing. Safe to run again.
 * @throws SampleRefused when the database is for real people, or holds another sample
 */
export async function loadSample(
  owner: pg.ClientConfig,
  options: LoadOptions,
  onProgress: (progress: Progress) => void = () => {},
): Promise<LoadResult> {
  const began = performance.now()
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query('begin')
    // One loader at a time; the second one then finds the sample there.
    await client.query(`select pg_advisory_xact_lock(hashtext('meguri.sample'))`)
    const anchor = await anchorOfSample(client, options)
    const world = createWorld(anchor === null ? options : { ...options, anchor })
    const counts = anchor === null ? await loadTables(client, world, onProgress) : {}
    await client.query('commit')
    if (anchor === null) await refreshStatistics(client, onProgress)
    await accounts(world, options, onProgress)
    const outcome = anchor === null ? 'loaded' : 'already-loaded'
    return { outcome, counts, milliseconds: Math.round(performance.now() - began) }
  } catch (error) {
    await client.query('rollback').catch(() => {}) // the first error says what went wrong
    throw error
  } finally {
    await client.end()
  }
}

async function loadTables(
  client: pg.Client,
  world: SampleWorld,
  onProgress: (progress: Progress) => void,
): Promise<Record<string, number>> {
  const { seed, scale, anchor } = world.options
  await client.query(
    `set local maintenance_work_mem = '256MB'; set local work_mem = '128MB'; set local temp_buffers = '64MB'`,
  )
  await client.query(
    'insert into platform.installation (is_sample, seed, scale, anchor_on, attribution) values (true, $1, $2, $3, $4)',
    [seed, scale, anchor, ATTRIBUTION],
  )
  const restoreIndexes = await withoutIndexes(client)
  const tables = tablesOf(world)
  const counts: Record<string, number> = {}
  for (const table of tableNames) counts[table] = await loadTable(client, tables, table, onProgress)
  await restoreIndexes((name) => onProgress({ step: 'index', name }))
  return counts
}

function loadTable<T extends TableName>(
  client: pg.Client,
  tables: SampleTables,
  table: T,
  onProgress: (progress: Progress) => void,
): Promise<number> {
  let rows = 0
  const onRows = (count: number) => {
    rows += count
    onProgress({ step: 'rows', table, rows })
  }
  // The primary key of person_key begins with the key: in its order the index grows at one end only.
  const order = table === 'casework.person_key' ? { order: 'insurer_id, key, person_id' } : {}
  return fillTable(client, table, tables[table], { ...order, onRows })
}

/** The planner knows nothing of rows that came in one go. */
async function refreshStatistics(client: pg.Client, onProgress: (progress: Progress) => void): Promise<void> {
  onProgress({ step: 'statistics' })
  await client.query(
    `vacuum (analyze) ${[...heavyTables, 'platform.person_access', 'registers.town'].join(', ')}`,
  )
}

async function accounts(
  world: SampleWorld,
  options: LoadOptions,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  if (!options.createAccounts) return
  const staff = world.staff.map(({ at, staffNumber, name }) => ({
    insurerId: MEGURI,
    staffId: world.ids.staff[at]!,
    staffNumber,
    name,
  }))
  onProgress({ step: 'accounts', count: staff.length })
  await options.createAccounts(staff)
}
