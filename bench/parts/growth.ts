import pg from 'pg'
import { migrate } from '../../src/platform/database/migrate.ts'
import { openDatabase } from '../../src/platform/database/open.ts'
import { folder, runCommand } from '../data.ts'
import { clearWrites } from '../day/check-writes.ts'
import { mixedRequests } from '../day/mixed-requests.ts'
import { sittersOf } from '../day/run-day.ts'
import { type Figures, spreadOf } from '../figures.ts'
import { type Line, type Part, range, type Settings } from '../part.ts'
import { load, startProduct } from '../processes.ts'

const CONNECTIONS = 4
const MOST = 1.5
const INSURERS = 10
const LABELS = {
  today: 'Today',
  sheet: 'face sheet',
  search: 'search by kana',
  people: 'list of 50',
  consultation: 'create a consultation',
}
type Label = keyof typeof LABELS
type Size = 'scale 0.05' | 'scale 0.2' | 'scale 1' | `${typeof INSURERS} insurers of scale 0.2`

const ofScale = (scale: string) => () =>
  folder(scale === '1' ? 'scale-1' : `scale-${scale}`, async (dataDir) => ({
    seconds: await runCommand(['demo', '--scale', scale, '--data', dataDir]),
  }))

const SIZES: Record<Size, () => Promise<{ dataDir: string }>> = {
  'scale 0.05': ofScale('0.05'),
  'scale 0.2': ofScale('0.2'),
  'scale 1': ofScale('1'),
  [`${INSURERS} insurers of scale 0.2`]: () =>
    folder('scale-0.2-ten', async (dataDir) => {
      await runCommand(['demo', '--scale', '0.2', '--data', dataDir])
      await copyInsurers(dataDir)
      return {}
    }),
} as Record<Size, () => Promise<{ dataDir: string }>>

/** The same requests of the same staff, while the records behind them grow twenty times. */
export const growth: Part = {
  name: 'growth',
  title: 'Cost as data grow',
  isLong: true,
  async run(settings) {
    const all: Record<string, Figures[]> = {}
    for (const [size, made] of Object.entries(SIZES))
      all[size] = await measured((await made()).dataDir, settings, size)
    const sizes = Object.keys(SIZES) as Size[]
    return {
      lines: sizes.slice(1).flatMap((size) => linesOf(size, all[sizes[0]!]!, all[size]!)),
      notes: [
        `${CONNECTIONS} connections, p50 of each request, beside scale 0.05 in the same run. The staff are the same 82 at every scale, so what a worker holds grows with it: a centre's list, its Today and the people behind a search. The ${INSURERS} insurers are the sample's, their rows copied under ${INSURERS - 1} more numbers; ten of scale 1 were not made (tens of millions of rows).`,
      ],
      raw: all,
    }
  },
}

async function measured(dataDir: string, { runs, seconds, say }: Settings, size: string): Promise<Figures[]> {
  const product = await startProduct(dataDir)
  try {
    const requests = mixedRequests(await sittersOf(product))
    const found: Figures[] = []
    for (let run = 0; run < runs; run++) {
      const one = await load(product, dataDir, {
        connections: CONNECTIONS,
        seconds,
        warmSeconds: 2,
        requests,
      })
      if (one.errors > 0) throw new Error(`${size}: ${JSON.stringify(one.statuses)}`)
      found.push(one)
      say(
        `  ${size} ${run + 1}: ${one.perSecond}/s ${JSON.stringify(Object.fromEntries(Object.entries(one.byLabel ?? {}).map(([label, of]) => [label, of.p50])))}`,
      )
    }
    return found
  } finally {
    await clearWrites(product)
    await product.stop()
  }
}

function linesOf(size: Size, small: readonly Figures[], large: readonly Figures[]): Line[] {
  return (Object.keys(LABELS) as Label[]).map((label) => {
    const p50 = (runs: readonly Figures[]) =>
      spreadOf(runs.map((run) => run.byLabel?.[label]?.p50 ?? Number.NaN))
    const [before, after] = [p50(small), p50(large)]
    const ratio = Math.round((after.median / before.median) * 100) / 100
    return {
      what: `${LABELS[label]}: ${size} against scale 0.05, p50`,
      goal: `≤ ${MOST} ×`,
      measured: `${ratio} × (${after.median} : ${before.median} ms)`,
      spread: `${range(after, ' ms')} : ${range(before, ' ms')}`,
      isMet: ratio <= MOST,
    }
  })
}

/** Every row of every insurer again under further numbers; keys begin with the insurer, so the ids may stay. */
async function copyInsurers(dataDir: string): Promise<void> {
  const database = await openDatabase({ dataDir, databaseUrl: null })
  await migrate(database.client('owner'))
  const client = new pg.Client(database.client('superuser'))
  await client.connect()
  try {
    await client.query(`set session_replication_role = replica; set maintenance_work_mem = '512MB'`)
    const { rows: tables } = await client.query<{ name: string }>(
      'select table_name as name from platform.tenant_table_register order by 1',
    )
    for (const { name } of tables) {
      const { rows } = await client.query<{ column: string }>(
        `select attname as column from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
        [name],
      )
      const values = rows.map(({ column }) => copiedValue(name, column))
      await client.query(
        `insert into ${name} (${rows.map(({ column }) => `"${column}"`).join(', ')})
         select ${values.join(', ')} from ${name} t, generate_series(1, ${INSURERS - 1}) n
         where t.insurer_id in (select s.insurer_id from registers.insurer s where s.is_sample and s.insurer_id < 1000000)`,
      )
    }
    await client.query('vacuum analyze')
  } finally {
    await client.end()
    await database.close()
  }
}

function copiedValue(table: string, column: string): string {
  if (column === 'insurer_id') return 't.insurer_id + n * 1000000'
  if (table === 'registers.insurer' && column === 'insurer_number')
    return `(900000 + n * 1000 + t.insurer_id % 1000)::text`
  if (table === 'registers.staff' && column === 'staff_number') return `t.staff_number || '-' || n`
  return `t."${column}"`
}
