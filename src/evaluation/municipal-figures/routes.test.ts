import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { valueTypes } from '../../platform/database/types.ts'
import { checksumsOf, runImport } from '../../platform/import/index.ts'
import { anApi, type Call } from '../../platform/tasks/testing/api.ts'
import { anActor, anInsurer } from '../../platform/testing/insurer.ts'
import { imports } from './imports.ts'
import { routes } from './routes.ts'
import type { MunicipalFigures } from './schema.ts'

const folder = join(import.meta.dirname, '..', '..', 'exchange', 'municipal-figures', 'fixtures')
const PATH = '/api/statistics/municipal-figures'
let database: TestDatabase
let client: pg.Client
let call: Call
let reader: Actor
const clear = () =>
  client.query(`delete from evaluation.fact_column where dataset = 'municipal-figures';
    delete from platform.dataset_release where dataset = 'municipal-figures'`)
/** 65歳以上の住民 stand beside the figures: what another file of this worker loaded would bring its source along. */
const clearResidents = () =>
  client.query(`delete from evaluation.fact_column where dataset = 'population-by-town';
    delete from evaluation.town_population;
    delete from platform.dataset_release where dataset = 'population-by-town'`)
beforeAll(async () => {
  database = await testDatabase()
  client = new pg.Client({ ...database.client('reference'), types: valueTypes })
  await client.connect()
  await clear()
  await clearResidents()
  call = anApi(database, [routes])
  reader = await anActor(database, await anInsurer(database), 'centreStaff', 'a')
})
afterAll(async () => {
  await clear()
  await client.end()
})

describe('市の小さな統計の表', () => {
  it('サインインしていなければ断る。読み込まれていなければ、表はない', async () => {
    expect((await call(null, 'GET', PATH)).status).toBe(401)
    expect((await call(reader, 'GET', PATH)).body).toMatchObject({ municipalityName: '高松市', tables: [] })
  })

  it('四つの表に、単位と推計の印と出典がある。市の数は、ほかの似た数と並ぶだけで足されない', async () => {
    const files = ['0068.csv', '0091_2022.csv', '0092_2022.csv', '0095_2025.xlsx'].map((name) => ({
      name,
      path: join(folder, name),
    }))
    await client.query('begin')
    await runImport(
      client,
      imports[0]!,
      files,
      {
        insurerId: null,
        checksums: await checksumsOf(files),
        loadedBy: 'command',
        now: Temporal.Instant.from('2026-11-22T01:00:00Z'),
        today: '2026-11-22',
        attribution: '「高松市オープンデータ」(高松市), CC BY 4.0',
      },
      { dryRun: false },
    )
    await client.query('commit')
    const body = (await call(reader, 'GET', PATH)).body as MunicipalFigures
    expect(
      body.tables.map(({ id, unit, isProjection, rows }) => [id, unit, isProjection, rows.length]),
    ).toEqual([
      ['insured', '実人数', false, 9],
      ['outlook', '実人数', true, 11],
      ['births-deaths', '実人数', false, 12],
      ['moves', '延べ人数', false, 12],
    ])
    const [insured, outlook] = body.tables
    expect(insured?.rows.at(-1)).toEqual({
      from: '2025-10-01',
      to: '2025-10-01',
      figures: [
        { value: 120_093, missing: null },
        { value: 26_331, missing: null },
      ],
    })
    expect(insured?.attribution).toEqual(['出典: 「高松市オープンデータ」(高松市), CC BY 4.0'])
    expect(outlook?.attribution).toEqual(['出典: 高松市（クリエイティブ・コモンズ 表示 3.0）'])
    expect(body.alikeAttribution).toEqual(['出典: 「高松市オープンデータ」(高松市), CC BY 4.0'])
    expect(body.insured).toContainEqual({
      label: '第1号被保険者',
      source: '市の集計',
      asOf: '2025-10-01',
      value: 120_093,
    })
  })
})
