import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import pg from 'pg'
import { imports } from '../evaluation/statistics/imports.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database/open.ts'
import { checksumsOf, runImport } from '../platform/import/index.ts'

const folder = join(import.meta.dirname, '..', 'exchange', 'population-by-town', 'fixtures')
/** The spreadsheets carry no line of their own; the catalogue of the city gives this one. */
const SOURCE_LINE = '「高松市オープンデータ」(高松市), CC BY 4.0'
/** The month that the sample is made from; a later one is left for trying the import. */
const NEWEST = '0066_202510.xlsx'

/**
 * Gives 高松市, the statistics-only insurer, its real figures: 地域・年齢別人口 up to the month that the sample is
 * made from, through the same engine as the import command. Safe to repeat: the second time finds nothing to change.
 * @returns how many towns by month were added
 * @throws Error when a file of the repository is refused
 */
export async function loadPublishedStatistics(
  database: Pick<Database, 'client'>,
  clock: Clock,
): Promise<number> {
  const kind = imports.find((one) => one.kind === 'population-by-town')
  if (!kind) throw new Error('no import kind population-by-town')
  const paths = globSync('0066_*.{csv,xlsx}', { cwd: folder })
    .filter((name) => name <= NEWEST)
    .sort()
  const files = paths.map((path) => ({ name: basename(path), path: join(folder, path) }))
  const client = new pg.Client(database.client('reference'))
  await client.connect()
  try {
    await client.query('begin')
    const context = {
      insurerId: null,
      checksums: await checksumsOf(files),
      loadedBy: 'sample',
      now: clock.now(),
      today: clock.today().toString(),
      attribution: SOURCE_LINE,
    }
    const run = await runImport(client, kind, files, context, { dryRun: false })
    if (run.refusedCount > 0) throw new Error(`refused: ${JSON.stringify(run.refused[0])}`)
    await client.query('commit')
    return run.added
  } finally {
    await client.end() // without a commit the server rolls back
  }
}
