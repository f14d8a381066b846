import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { valueTypes } from '../../platform/database/types.ts'
import { checksumsOf, runImport } from '../../platform/import/index.ts'
import { anApi, type Call } from '../../platform/tasks/testing/api.ts'
import { anActor, anInsurer, workOf } from '../../platform/testing/insurer.ts'
import { exportFacilities } from './export.ts'
import { imports } from './imports.ts'
import { routes } from './routes.ts'
import type { FacilityLine } from './schema.ts'

const folder = join(import.meta.dirname, '..', '..', 'exchange', 'facilities', 'fixtures')
const names = ['takamatsu/0045.csv', 'takamatsu/0060.csv', 'takamatsu/0062.csv', 'yaizu/222127_aed.csv']
let database: TestDatabase
let call: Call
let worker: Actor

beforeAll(async () => {
  database = await testDatabase()
  const client = new pg.Client({ ...database.client('reference'), types: valueTypes })
  await client.connect()
  await client.query('delete from registers.facility_list')
  const files = names.map((name) => ({
    name: name.split('/')[1] ?? '',
    bytes: readFileSync(join(folder, name)),
  }))
  await client.query('begin')
  const context = {
    insurerId: null,
    checksums: await checksumsOf(files),
    loadedBy: 'command',
    now: Temporal.Instant.from('2026-11-22T01:00:00Z'),
    today: '2026-11-22',
    attribution: '見本の出典',
  }
  await runImport(client, imports[0]!, files, context, { dryRun: false })
  await client.query('commit')
  await client.end()
  call = anApi(database, [routes])
  worker = await anActor(database, await anInsurer(database), 'centreStaff')
})

const search = async (body: object) => (await call(worker, 'POST', '/api/facilities/search', body)).body

describe('施設・場所の一覧', () => {
  it('続きを追うと、どの並びでも、すべてが一度ずつ出る', async () => {
    for (const sort of ['name', 'category', 'address'] as const) {
      for (const direction of ['ascending', 'descending'] as const) {
        const seen: string[] = []
        let cursor: string | null = null
        do {
          const page = await search({ sort, direction, cursor, limit: 200, withTotal: cursor === null })
          if (cursor === null) expect(page.total).toBe(917)
          seen.push(
            ...page.items.map((line: FacilityLine) => `${line.areaCode} ${line.category} ${line.key}`),
          )
          cursor = page.nextCursor
        } while (cursor !== null)
        expect([seen.length, new Set(seen).size]).toEqual([917, 917])
      }
    }
  })

  it('名称でも住所でも、書き方の違いを越えて探せる', async () => {
    const byName = await search({ words: 'ｻﾌﾞｾﾝﾀｰ仏生山' })
    expect(byName.items.map(({ name }: FacilityLine) => name)).toEqual([
      '地域包括支援センターサブセンター仏生山（仏生山交流センター1階）',
    ])
    const byAddress = await search({ words: '桜町１丁目９番１２号', category: '地域包括支援センター' })
    expect(byAddress.items).toHaveLength(1)
    expect((await search({ words: '%' })).items.length).toBeLessThanOrEqual(50)
    expect((await search({ words: '見つからないことば' })).items).toEqual([])
  })

  it('くわしい内容は、印、読めない値、出典と行まで言う。なければ 404', async () => {
    const { body } = await call(worker, 'POST', '/api/facilities/detail', {
      areaCode: '372013',
      category: '指定緊急避難場所・避難所',
      key: '1',
    })
    expect(body).toMatchObject({ name: '日新小学校跡施設', sourceRow: 10, list: { fileName: '0060.csv' } })
    expect(body.marks).toContainEqual({ label: '津波', mark: 'partly' })
    expect(body.list.attribution).toMatch(/^出典: 高松市/)
    const gone = { areaCode: '372013', category: '公衆トイレ', key: '1' }
    expect((await call(worker, 'POST', '/api/facilities/detail', gone)).status).toBe(404)
  })

  it('壊れた続きの印は 422', async () => {
    expect((await call(worker, 'POST', '/api/facilities/search', { cursor: 'x' })).status).toBe(422)
  })

  it('いま出しているものを書き出し、出典が入る。標準の様式は一つの一覧だけ', async () => {
    const filter = {
      words: '',
      category: null,
      areaCode: '222127',
      sort: 'name',
      direction: 'ascending',
    } as const
    const csv = await exportFacilities(workOf(database, worker), { ...filter, format: 'csv' })
    expect(Buffer.from(csv.bytes).toString().trimEnd().split('\r\n')).toHaveLength(83)
    const refused = await exportFacilities(workOf(database, worker), {
      ...filter,
      format: 'open-data',
    }).catch((error: { code: string }) => error.code)
    expect(refused).toBe('invalid')
    const standard = await exportFacilities(workOf(database, worker), {
      ...filter,
      category: 'AED設置箇所',
      format: 'open-data',
    })
    expect(standard.name).toBe('222127_public_facility.csv')
    expect(Buffer.from(standard.bytes).toString()).toContain('小児対応設備の有無')
  })
})
