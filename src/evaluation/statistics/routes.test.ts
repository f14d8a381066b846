import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { valueTypes } from '../../platform/database/types.ts'
import type { Work } from '../../platform/database/work.ts'
import { checksumsOf, runImport } from '../../platform/import/index.ts'
import { anActor, anInsurer, workOf } from '../../platform/testing/insurer.ts'
import { imports } from './imports.ts'
import { releases, townPopulation, trend } from './service.ts'

const folder = join(import.meta.dirname, '..', '..', 'exchange', 'population-by-town', 'fixtures')
const files = readdirSync(folder)
  .filter((name) => name.startsWith('0066_'))
  .map((name) => ({ name, path: join(folder, name) }))

let database: TestDatabase
let work: Work
beforeAll(async () => {
  database = await testDatabase()
  work = workOf(database, await anActor(database, await anInsurer(database), 'coordinator'))
  const client = new pg.Client({ ...database.client('reference'), types: valueTypes })
  await client.connect()
  await client.query(
    `begin; delete from evaluation.town_population; delete from platform.dataset_release where dataset = 'population-by-town'`,
  )
  const context = {
    insurerId: null,
    checksums: await checksumsOf(files),
    loadedBy: 'command',
    now: Temporal.Instant.from('2026-11-22T01:00:00Z'),
    today: '2026-11-22',
    attribution: null,
  }
  await runImport(client, imports[0]!, files, context, { dryRun: false })
  await client.query('commit')
  await client.end()
})

describe('町別人口を見る', () => {
  it('2025年10月: 65歳以上は合わせて120,321人', async () => {
    const answer = await townPopulation(work, '372013', '2025-10-01')
    expect(answer.towns).toHaveLength(235)
    expect(answer.towns.reduce((sum, town) => sum + town.aged65.value!, 0)).toBe(120_321)
    expect(answer.whole.aged65).toEqual({ value: 120_321, missing: null })
    expect(answer.attribution).toEqual(['出典の記載がないファイル（0066_202510.xlsx）'])
  })

  it('調査日を言わなければ、いちばん新しい日', async () => {
    expect((await townPopulation(work, '372013', undefined)).asOf).toBe('2026-02-01')
  })

  it('CSV の図には、ファイルに書かれた出典とライセンスが付く', async () => {
    expect((await townPopulation(work, '372013', '2023-03-01')).attribution).toEqual([
      '出典: 高松市（クリエイティブ・コモンズ 表示 3.0）',
    ])
  })

  it.each([
    ['372013', '2025-11-01'],
    ['131016', undefined],
  ])('取り込んでいない日や市は、ないと答える（%s %s）', async (code, asOf) => {
    await expect(townPopulation(work, code, asOf)).rejects.toMatchObject({ status: 404 })
  })

  it('11の調査日の移り変わりを、古い順に、出典とともに返す', async () => {
    const { items, attribution } = await trend(work, '372013')
    expect(items).toHaveLength(11)
    expect(items[0]?.asOf).toBe('2018-11-01')
    expect(items.find((item) => item.asOf === '2025-10-01')?.aged65.value).toBe(120_321)
    expect(
      items.every(
        (item) => item.total.value! > item.aged65.value! && item.aged65.value! > item.aged75.value!,
      ),
    ).toBe(true)
    expect(attribution).toContain('出典: 高松市（クリエイティブ・コモンズ 表示 3.0）')
  })

  it('取り込んだファイルの一覧は、出典のないものを言う', async () => {
    const { items } = await releases(work)
    expect(items).toHaveLength(11)
    expect(items.filter((item) => !item.hasAttribution)).toHaveLength(5)
    expect(items[0]).toMatchObject({ asOf: '2026-02-01', fileName: '0066_202602.xlsx', townCount: 235 })
  })
})
