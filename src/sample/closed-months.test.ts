import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeMonths } from './closed-months.ts'
import { loadSample } from './loading/load.ts'
import { readSamplePopulation } from './source.ts'
import { type EmptyDatabase, emptyDatabase } from './testing/empty-database.ts'

const ANCHOR = '2026-11-22'
let database: EmptyDatabase
let closed = 0
beforeAll(async () => {
  database = await emptyDatabase()
  await loadSample(
    database.client('owner'),
    { scale: 0.004, seed: 1, anchor: ANCHOR, population: await readSamplePopulation() },
    () => {},
  )
  closed = await closeMonths(database, ANCHOR)
}, 60_000)
afterAll(() => database.drop())

describe('見本の締めた月報', () => {
  it('7月から9月まで、すべてのセンターと、8月までの市全体が締まり、一つだけ差し戻されている', async () => {
    const client = new pg.Client(database.client('owner'))
    await client.connect()
    const { rows } = await client.query<{ month: string; unit: string; state: string; n: number }>(
      `select to_char(month, 'YYYY-MM') as month, case when centre_id is null then 'insurer' else 'centre' end as unit, state,
         count(*)::int as n
       from evaluation.monthly_report group by 1, 2, 3 order by 1, 2, 3`,
    )
    await client.end()
    const centres = rows.find(({ month }) => month === '2026-07')?.n ?? 0
    expect(centres).toBeGreaterThan(5)
    expect(rows).toEqual([
      { month: '2026-07', unit: 'centre', state: 'accepted', n: centres },
      { month: '2026-07', unit: 'insurer', state: 'confirmed', n: 1 },
      { month: '2026-08', unit: 'centre', state: 'accepted', n: centres },
      { month: '2026-08', unit: 'insurer', state: 'confirmed', n: 1 },
      { month: '2026-09', unit: 'centre', state: 'accepted', n: centres - 1 },
      { month: '2026-09', unit: 'centre', state: 'returned', n: 1 },
      { month: '2026-10', unit: 'centre', state: 'draft', n: centres }, // the managers are reminded of it
    ])
    expect(closed).toBe(centres * 3 + 2)
  })
})
