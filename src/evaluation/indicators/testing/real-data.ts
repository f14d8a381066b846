import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { TestDatabase } from '../../../platform/database/testing/database.ts'
import { valueTypes } from '../../../platform/database/types.ts'
import { checksumsOf, findImportKinds, runImport } from '../../../platform/import/index.ts'
import { refreshIndicators } from '../engine/index.ts'

const EXCHANGE = join(import.meta.dirname, '..', '..', '..', 'exchange')
const filesOf = (folder: string, wanted: RegExp) =>
  readdirSync(join(EXCHANGE, folder))
    .filter((name) => wanted.test(name))
    .map((name) => ({ name, path: join(EXCHANGE, folder, name) }))

/** Real files by the kinds that read them, in the order in which they need each other. */
const FILES = {
  'municipality-codes': () => filesOf('municipality-codes/fixtures', /^localgovjp.*\.csv$/),
  'annual-report-insured': () => filesOf('annual-report/fixtures', /table02/),
  'annual-report-certified': () => filesOf('annual-report/fixtures', /table04/),
  'population-by-town': () =>
    filesOf('population-by-town/fixtures', /^0066_(201811\.csv|202410\.xlsx|202510\.xlsx)$/),
  'care-offices': () => filesOf('care-offices/fixtures/pref37-kagawa', /\.csv$/),
  facilities: () => filesOf('facilities/fixtures/takamatsu', /^0045_2025\.xlsx$/),
  'municipal-figures': () => filesOf('municipal-figures/fixtures', /^0095_2025\.xlsx$/),
} as const
/** For files that carry no 出典 of their own, as who loads them states it. */
const CITY = '「高松市オープンデータ」(高松市)'
const STATED: Partial<Record<keyof typeof FILES, string>> = {
  'population-by-town': CITY,
  facilities: CITY,
  'municipal-figures': CITY,
}
export type RealData = keyof typeof FILES

/** Reads the real files as the command line would, and makes the indicators. Loaded twice they change nothing. */
export async function loadRealData(
  database: Pick<TestDatabase, 'client'>,
  wanted: readonly RealData[] = Object.keys(FILES) as RealData[],
): Promise<void> {
  const client = new pg.Client({ ...database.client('reference'), types: valueTypes })
  await client.connect()
  try {
    const kinds = await findImportKinds()
    const now = Temporal.Instant.from('2026-11-22T01:00:00Z')
    for (const name of wanted) {
      const kind = kinds.find((one) => one.kind === name)
      if (!kind) throw new Error(`no kind ${name}`)
      const files = FILES[name]()
      await client.query('begin')
      const run = await runImport(
        client,
        kind,
        files,
        {
          insurerId: null,
          checksums: await checksumsOf(files),
          loadedBy: 'command',
          now,
          today: '2026-11-22',
          attribution: STATED[name] ?? null,
        },
        { dryRun: false },
      )
      await client.query(run.refusedCount === 0 ? 'commit' : 'rollback')
      if (run.refusedCount > 0) throw new Error(`${name}: ${JSON.stringify(run)}`)
    }
    await client.query('begin')
    await refreshIndicators(client, null, { now, today: '2026-11-22' })
    await client.query('commit')
  } finally {
    await client.end()
  }
}

/** Takes it all away again: the worker's database serves other tests too. */
export async function clearRealData(database: Pick<TestDatabase, 'client'>): Promise<void> {
  const client = new pg.Client(database.client('reference'))
  await client.connect()
  try {
    await client.query(
      `delete from evaluation.indicator_column; delete from evaluation.fact_column; delete from evaluation.place;
       delete from evaluation.town_population; delete from registers.care_office_service; delete from registers.care_office_load;
       delete from registers.care_office_difference; delete from registers.care_office; delete from registers.facility;
       delete from registers.facility_list; delete from registers.municipality`,
    )
    await client.query('delete from platform.dataset_release where dataset = any ($1)', [Object.keys(FILES)])
  } finally {
    await client.end()
  }
}
