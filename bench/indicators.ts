import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { recompute } from '../src/evaluation/indicators/engine/index.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { openDatabase } from '../src/platform/database/open.ts'
import { valueTypes } from '../src/platform/database/types.ts'
import { spreadOf } from './figures.ts'
import { DEFINITIONS, INSURERS, inventFacts, MONTHS } from './indicators-data.ts'
import { type Compared, compareWithDuckdb } from './indicators-duckdb.ts'
import { BY_HAND } from './indicators-peer.ts'
import { type Line, type Part, range, type Settings } from './part.ts'

const COLUMNS = DEFINITIONS.length * MONTHS
const TOLERANCE = 1e-9

/** All columns anew, as after a change of every count: in one transaction, committed, beside the same SQL written by hand. */
export const indicators: Part = {
  name: 'indicators',
  title: `${DEFINITIONS.length} ratios × ${INSURERS.toLocaleString('en')} insurers × ${MONTHS} months recomputed`,
  async run(settings) {
    const folder = mkdtempSync(join(tmpdir(), 'meguri-bench-'))
    const database = await openDatabase({ dataDir: join(folder, 'data'), databaseUrl: null })
    try {
      await migrate(database.client('owner'))
      const owner = new pg.Client({ ...database.client('superuser'), types: valueTypes })
      await owner.connect()
      await inventFacts(owner, 0)
      const times = await measure(owner, settings)
      const whole = await check(owner, folder)
      await inventFacts(owner, 10)
      const gaps = await measure(owner, { ...settings, runs: Math.min(3, settings.runs) })
      const withGaps = await check(owner, folder)
      await owner.end()
      return {
        lines: linesOf(times, gaps, whole, withGaps),
        notes: [note(whole)],
        raw: { times, gaps, whole, withGaps },
      }
    } finally {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

interface Times {
  product: number[]
  byHand: number[]
  ratios: number[]
  /** a second run without any change */
  nothing: number[]
  /** one month of one measure changed */
  one: number[]
}

/** Product and peer in turn, on the same tables, vacuumed before each. */
async function measure(client: pg.Client, { runs, say }: Settings): Promise<Times> {
  const times: Times = { product: [], byHand: [], ratios: [], nothing: [], one: [] }
  for (let run = -1; run < runs; run++) {
    await client.query('vacuum evaluation.indicator_column')
    const byHand = await milliseconds(async () => {
      await client.query('begin')
      for (const statement of BY_HAND) await client.query(statement)
      await client.query('commit')
    })
    await client.query(`update evaluation.fact_column set revision = nextval('evaluation.fact_revision')`)
    await client.query('vacuum evaluation.indicator_column; ')
    await client.query('vacuum evaluation.fact_column')
    const product = await timed(client, COLUMNS)
    const nothing = await timed(client, 0)
    await client.query(
      `update evaluation.fact_column set revision = nextval('evaluation.fact_revision') where measure = 'num.1' and period_to = '2023-01-31'`,
    )
    const one = await timed(client, 1)
    if (run < 0) continue // the first fills caches
    times.product.push(product)
    times.byHand.push(byHand)
    times.ratios.push(product / byHand)
    times.nothing.push(nothing)
    times.one.push(one)
    say(
      `  ${run + 1} product ${product} ms, by hand ${byHand} ms, nothing ${nothing} ms, one column ${one} ms`,
    )
  }
  return times
}

async function timed(client: pg.Client, made: number): Promise<number> {
  let done = -1
  const taken = await milliseconds(async () => {
    await client.query('begin')
    done = (await recompute(client, DEFINITIONS, Temporal.Instant.from('2026-11-22T01:00:00Z'))).made
    await client.query('commit')
  })
  if (done !== made) throw new Error(`made ${done} columns, not ${made}`)
  return taken
}

/** What the product made against DuckDB, and what the peer made against DuckDB. */
async function check(client: pg.Client, folder: string): Promise<{ product: Compared; byHand: Compared }> {
  const product = await compareWithDuckdb(client, folder)
  for (const statement of BY_HAND) await client.query(statement)
  return { product, byHand: await compareWithDuckdb(client, folder) }
}

async function milliseconds(work: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await work()
  return Math.round(performance.now() - begun)
}

function linesOf(
  times: Times,
  gaps: Times,
  whole: Awaited<ReturnType<typeof check>>,
  withGaps: Awaited<ReturnType<typeof check>>,
): Line[] {
  const time = (what: string, values: readonly number[], limit: number | null): Line => {
    const spread = spreadOf(values, 0)
    const isMet = limit === null ? null : spread.median < limit
    return {
      what,
      goal: limit === null ? '—' : `< ${limit} ms`,
      measured: `${spread.median} ms`,
      spread: range(spread, ' ms'),
      isMet,
    }
  }
  const ratio = (what: string, values: readonly number[]): Line => {
    const spread = spreadOf(values, 2)
    return {
      what,
      goal: '≤ 1.2',
      measured: String(spread.median),
      spread: range(spread),
      isMet: spread.median <= 1.2,
    }
  }
  const equal = (what: string, { values, unlike, greatest }: Compared): Line => ({
    what,
    goal: `within ${TOLERANCE}`,
    measured: `${unlike} unlike, greatest difference ${greatest.toExponential(1)}`,
    spread: `${values.toLocaleString('en')} values`,
    isMet: unlike === 0 && greatest <= TOLERANCE && values === COLUMNS * INSURERS,
  })
  return [
    time('all columns anew, committed', times.product, 1_000),
    time('the same SQL written by hand', times.byHand, null),
    ratio('product ÷ by hand', times.ratios),
    time('nothing changed', times.nothing, null),
    time('one month of one count changed', times.one, null),
    time('all anew, 1 % of counts missing with reasons', gaps.product, null),
    ratio('product ÷ by hand, 1 % missing', gaps.ratios),
    equal('equal to DuckDB', whole.product),
    equal('equal to DuckDB, 1 % missing', withGaps.product),
    equal('by hand, equal to DuckDB', whole.byHand),
  ]
}

const note = ({ product }: { product: Compared }): string =>
  `DuckDB computes the same values from single counts in memory in ${product.milliseconds} ms, without storing them durably.`
