import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import { testDatabase } from '../../platform/database/testing/database.ts'
import type { PopulationTown } from '../population.ts'
import { readSamplePopulation } from '../source.ts'
import { loadPublishedStatistics } from '../statistics.ts'
import { sampleTables, tableNames } from '../tables.ts'
import { emptyDatabase as anEmptyDatabase, type EmptyDatabase } from '../testing/empty-database.ts'
import { installationOf } from './installation.ts'
import { type LoadOptions, loadSample, type StaffForAccount } from './load.ts'

const ANCHOR = '2026-11-22'
const made: EmptyDatabase[] = []
async function emptyDatabase(): Promise<pg.ClientConfig> {
  const database = await anEmptyDatabase()
  made.push(database)
  return database.client('owner')
}

async function as<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

let population: PopulationTown[]
let owner: pg.ClientConfig
const small = (more: Partial<LoadOptions> = {}): LoadOptions => ({
  scale: 0.002,
  seed: 1,
  anchor: ANCHOR,
  population,
  ...more,
})

beforeAll(async () => {
  population = await readSamplePopulation()
  owner = await emptyDatabase()
})

afterAll(async () => {
  for (const database of made) await database.drop()
})

describe('見本を入れる', () => {
  it('すべての表に入り、索引は元どおり残り、職員が渡される', async () => {
    const indexes = () =>
      as(owner, async (c) => (await c.query('select indexdef from pg_indexes order by indexdef')).rows)
    const before = await indexes()
    let staff: StaffForAccount[] = []
    const createAccounts = async (given: StaffForAccount[]) => {
      staff = given
    }
    const result = await loadSample(owner, small({ createAccounts }))
    expect(result.outcome).toBe('loaded')
    for (const table of tableNames) expect(result.counts[table], table).toBeGreaterThan(0)
    expect(staff).toHaveLength(result.counts['registers.staff']!)
    expect(await indexes()).toEqual(before)
    await as(owner, async (client) => {
      for (const table of tableNames) {
        const { rows } = await client.query(`select count(*)::int as count from ${table}`)
        expect(rows[0].count, table).toBe(result.counts[table])
      }
      expect(await installationOf(client)).toMatchObject({
        isSample: true,
        seed: 1,
        scale: 0.002,
        anchorOn: ANCHOR,
      })
    })
  })

  it('もう一度入れても、基準日がちがっても、何も変わらない', async () => {
    let ids: string[] = []
    const createAccounts = async (given: StaffForAccount[]) => {
      ids = given.map(({ staffId }) => staffId)
    }
    const result = await loadSample(owner, small({ anchor: '2027-01-15', createAccounts }))
    expect(result).toMatchObject({ outcome: 'already-loaded', counts: {} })
    const { rows } = await as(owner, (client) =>
      client.query('select id from registers.staff where id = any ($1)', [ids]),
    )
    expect(rows).toHaveLength(ids.length)
  })

  it('別の規模の見本は断る', async () => {
    await expect(loadSample(owner, small({ scale: 0.01 }))).rejects.toMatchObject({ code: 'other-sample' })
  })

  it('列はすべて表にある', async () => {
    for (const table of tableNames) {
      const { rows } = await as(owner, (client) =>
        client.query('select attname from pg_attribute where attrelid = $1::regclass and attnum > 0', [
          table,
        ]),
      )
      const known = rows.map((row) => row.attname)
      expect(
        sampleTables[table].filter((column) => !known.includes(column)),
        table,
      ).toEqual([])
    }
  })
})

it('公表された統計が入り、二度目は何も変わらない', async () => {
  const base = await testDatabase()
  const client = (role: Parameters<typeof base.client>[0]) => ({
    ...base.client(role),
    database: owner.database,
  })
  const clock = fixedClock('2026-11-22T09:00:00+09:00')
  const { added } = await loadPublishedStatistics({ client }, clock)
  expect(added['population-by-town']).toBe(10 * 235)
  expect(Object.entries(added).filter(([, count]) => count === 0)).toEqual([])
  expect((await loadPublishedStatistics({ client }, clock)).total).toBe(0)
  const { rows } = await as(owner, (c) =>
    c.query(
      `select count(*)::int as months, count(*) filter (where attribution like '%高松市%')::int as named
       from platform.dataset_release where dataset = 'population-by-town'`,
    ),
  )
  expect(rows).toEqual([{ months: 10, named: 10 }])
  const unnamed = await as(owner, (c) =>
    c.query('select file_name from platform.dataset_release where attribution is null'),
  )
  expect(unnamed.rows).toEqual([])
}, 180_000)

describe('見本と本番はまざらない', () => {
  const insert = (isSample: boolean, isStatisticsOnly = false) =>
    `insert into registers.insurer (insurer_id, insurer_number, name, kind, is_sample, is_statistics_only)
     values (77, '990770', '架空の保険者', 'municipality', ${isSample}, ${isStatisticsOnly})`

  it('見本のデータベースに本番の保険者は登録できない', async () => {
    await as(owner, async (client) => {
      await expect(client.query(insert(false))).rejects.toThrow(/does not fit/)
      await expect(
        client.query('update registers.insurer set is_sample = false where insurer_id = 1'),
      ).rejects.toThrow(/stays/)
      await expect(
        client.query('update registers.insurer set is_statistics_only = false where insurer_id = 2'),
      ).rejects.toThrow(/does not fit/)
    })
  })

  it('見本であることは、あとから変えられない', async () => {
    await as(owner, async (client) => {
      for (const statement of [
        'update platform.installation set is_sample = false',
        'delete from platform.installation',
        'truncate platform.installation',
      ]) {
        await expect(client.query(statement)).rejects.toThrow(/said once/)
      }
    })
  })

  it('本番の保険者がいるデータベースには入れず、何も残さない', async () => {
    const real = await emptyDatabase()
    await as(real, (client) => client.query(insert(false)))
    await expect(loadSample(real, small())).rejects.toMatchObject({ code: 'real-insurer' })
    await as(real, async (client) => {
      expect(await installationOf(client)).toBeNull()
      await client.query('insert into platform.installation (is_sample) values (false)')
      await expect(
        client.query(insert(true).replace('77', '78').replace('990770', '990780')),
      ).rejects.toThrow(/does not fit/)
    })
    await expect(loadSample(real, small())).rejects.toMatchObject({ code: 'real-insurer' })
  })

  it('途中で失敗すれば、何も残らない', async () => {
    const empty = await emptyDatabase()
    await as(empty, (client) =>
      client.query(`alter table platform.task add constraint refuse_all check (kind = '')`),
    )
    await expect(loadSample(empty, small())).rejects.toThrow(/refuse_all/)
    await as(empty, async (client) => {
      const { rows } = await client.query('select count(*)::int as count from casework.person')
      expect([rows[0].count, await installationOf(client)]).toEqual([0, null])
      const index = await client.query(`select from pg_indexes where indexname = 'person_kana'`)
      expect(index.rowCount).toBe(1)
    })
  })
})
