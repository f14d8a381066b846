import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import pg from 'pg'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database/open.ts'
import { checksumsOf, findImportKinds, runImport } from '../platform/import/index.ts'

interface Published {
  kind: string
  /** of the fixtures of the reader, below src/exchange */
  files: string
  /** 出典 for files that carry none, as their publisher states it */
  attribution: string | null
  /** a file that is left for trying the import */
  leaves?: (name: string) => boolean
}

const TAKAMATSU = '「高松市オープンデータ」(高松市), CC BY 4.0'
const ANNUAL_REPORT =
  '「介護保険事業状況報告（年報）」(厚生労働省)を加工して作成, 公共データ利用規約（第1.0版）'
const OFFICES =
  '「介護サービス情報公表システム オープンデータ」(厚生労働省)を加工して作成, 公共データ利用規約（第1.0版）'
const BOUNDARIES = '「国土数値情報（行政区域データ）」(国土交通省)を加工して作成'
const OWN_COLLECTION = '市町村の変更を本ソフトで集めたもの（出典未確認）'
/** The month that the sample is made from; a later one is left. */
const NEWEST = '0066_202510.xlsx'

/** In the order in which they need each other: codes before what is joined by them. */
const published: readonly Published[] = [
  {
    kind: 'municipality-codes',
    files: 'municipality-codes/fixtures/*.csv',
    attribution: 'Code for FUKUI localgovjp, CC0',
  },
  {
    kind: 'municipality-codes',
    files: 'municipality-codes/data/code-changes.csv',
    attribution: OWN_COLLECTION,
  },
  { kind: 'boundaries', files: 'boundaries/fixtures/*.topojson', attribution: BOUNDARIES },
  {
    kind: 'annual-report-insured',
    files: 'annual-report/fixtures/*table02*.xlsx',
    attribution: ANNUAL_REPORT,
  },
  {
    kind: 'annual-report-certified',
    files: 'annual-report/fixtures/*table04-1-1*.xlsx',
    attribution: ANNUAL_REPORT,
  },
  { kind: 'care-offices', files: 'care-offices/fixtures/pref37-kagawa/*.csv', attribution: OFFICES },
  { kind: 'care-offices', files: 'care-offices/fixtures/pref22-shizuoka/*.csv', attribution: OFFICES },
  {
    kind: 'facilities',
    files: 'facilities/fixtures/takamatsu/{0004,0047,0048,0049_new,0050,0051,0053,0054,0056,0060,0062}.csv',
    attribution: TAKAMATSU,
  },
  { kind: 'facilities', files: 'facilities/fixtures/takamatsu/0045_2025.xlsx', attribution: TAKAMATSU },
  {
    kind: 'population-by-town',
    files: 'population-by-town/fixtures/0066_*.{csv,xlsx}',
    attribution: TAKAMATSU,
    leaves: (name) => name > NEWEST,
  },
  {
    kind: 'municipal-figures',
    files: 'municipal-figures/fixtures/{0068,0091_2022,0092_2022}.csv',
    attribution: TAKAMATSU,
  },
  { kind: 'municipal-figures', files: 'municipal-figures/fixtures/0095_2025.xlsx', attribution: TAKAMATSU },
]

export interface LoadedStatistics {
  /** rows that were added, by kind */
  added: Record<string, number>
  total: number
}

/**
 * Gives the sample its real published figures: through the same engine as the import command, from the unmodified files that
 * the readers are tested with. Safe to repeat: the second time finds nothing to change.
 * @throws Error when a file of the repository is refused
 */
export async function loadPublishedStatistics(
  database: Pick<Database, 'client'>,
  clock: Clock,
): Promise<LoadedStatistics> {
  const client = new pg.Client(database.client('reference'))
  await client.connect()
  try {
    const added: Record<string, number> = {}
    for (const one of published) {
      await client.query('begin')
      added[one.kind] = (added[one.kind] ?? 0) + (await loadKind(client, one, clock))
      await client.query('commit')
    }
    return { added, total: Object.values(added).reduce((sum, count) => sum + count, 0) }
  } finally {
    await client.end() // without a commit the server rolls back
  }
}

async function loadKind(
  client: pg.Client,
  { kind: name, files: pattern, attribution, leaves }: Published,
  clock: Clock,
) {
  const kind = (await findImportKinds()).find((one) => one.kind === name)
  if (!kind) throw new Error(`no import kind ${name}`)
  const folder = join(import.meta.dirname, '..', 'exchange')
  const files = globSync(pattern, { cwd: folder })
    .filter((path) => !leaves?.(basename(path)))
    .sort()
    .map((path) => ({ name: basename(path), path: join(folder, path) }))
  const context = {
    insurerId: null,
    checksums: await checksumsOf(files),
    loadedBy: 'sample',
    now: clock.now(),
    today: clock.today().toString(),
    attribution,
  }
  const run = await runImport(client, kind, files, context, { dryRun: false })
  if (run.refusedCount > 0) throw new Error(`refused: ${JSON.stringify(run.refused[0])}`)
  return run.added
}
