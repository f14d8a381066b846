import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import pg from 'pg'
import { feature } from 'topojson-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { valueTypes } from '../../platform/database/types.ts'
import type { Work } from '../../platform/database/work.ts'
import { anActor, anInsurer, workOf } from '../../platform/testing/insurer.ts'
import { boundarySets, chooseSet, makeTopology } from './boundaries.ts'
import { imports } from './imports.ts'
import type { AreaTopology } from './rules/dissolve.ts'
import type { BoundaryTopology, TopologyQuery } from './schema.ts'
import { changes, clearMunicipalities, list, loadFiles, prefectures } from './testing/load.ts'
import { topologyAnswer } from './topology-answer.ts'

const folder = join(import.meta.dirname, '..', '..', 'exchange', 'boundaries', 'fixtures')
const fixture = (name: string) => ({ name, path: join(folder, name) })
const [kagawa, kagawaGeo, shizuoka, japan] = [
  'N03-21_37_210101.topojson',
  'N03-21_37_210101.geojson',
  'N03-21_22_210101.topojson',
  'N03-21_210101_japan.topojson',
].map(fixture) as [
  ReturnType<typeof fixture>,
  ReturnType<typeof fixture>,
  ReturnType<typeof fixture>,
  ReturnType<typeof fixture>,
]
const [codes, kind] = ['municipality-codes', 'boundaries'].map(
  (name) => imports.find((one) => one.kind === name)!,
)

let database: TestDatabase
let client: pg.Client
let work: Work
beforeAll(async () => {
  database = await testDatabase()
  work = workOf(database, await anActor(database, await anInsurer(database), 'coordinator'))
  client = new pg.Client({ ...database.client('reference'), types: valueTypes })
  await client.connect()
  await clearMunicipalities(client)
  await loadFiles(client, codes!, [list, prefectures, changes])
})
afterAll(async () => {
  await clearMunicipalities(client)
  await client.end()
})

const load = (...files: ReturnType<typeof fixture>[]) => loadFiles(client, kind!, files)
const topology = (query: TopologyQuery): Promise<BoundaryTopology & { shapes: AreaTopology }> =>
  work.read(async (tx) => {
    const answer = await makeTopology(tx, await chooseSet(tx, query, work.today), query, work.today)
    return { ...answer, shapes: answer.topology as unknown as AreaTopology }
  })
const areas = ({ shapes }: { shapes: AreaTopology }) => feature(shapes, shapes.objects.areas).features

describe('境界を取り込む（実物の四つのファイル）', () => {
  it('県二つと全国を一度に取り込み、もう一度では何も変わらない', async () => {
    const run = await load(kagawa, shizuoka, japan)
    expect(run).toMatchObject({ read: 1_954, added: 1_954, refusedCount: 0 })
    expect(run.sources).toEqual(['出典: 「国土数値情報（行政区域データ）」（国土交通省）を加工して作成'])
    expect(await load(kagawa, shizuoka, japan)).toMatchObject({
      added: 0,
      changed: 0,
      removed: 0,
      unchanged: 1_954,
    })
  })

  it('所属未定地、一覧にない北方領土の村、消えた島を知らせる', async () => {
    const { notices } = await load(japan)
    const of = (code: string) => notices.find((one) => one.code === code)
    expect(of('boundary.left-out')?.examples).toEqual([
      '千葉県 所属未定地',
      '東京都 所属未定地',
      '沖縄県 所属未定地',
    ])
    expect(of('boundary.unlisted')).toMatchObject({ count: 6 })
    expect(of('boundary.unlisted')?.examples).toContain('016951 色丹村')
    expect(of('boundary.without-shape')?.examples).toEqual([
      '133621 利島村',
      '134023 青ヶ島村',
      '313840 日吉津村',
      '383562 上島町',
      '443221 姫島村',
      '473545 座間味村',
      '473553 粟国村',
      '473561 渡名喜村',
    ])
  })

  it('同じ県の同じ日の境界は、TopoJSON と GeoJSON を一度には受け取らず、続けてなら置き換える', async () => {
    await load(kagawa)
    expect((await load(kagawa, kagawaGeo)).refused).toMatchObject([{ code: 'boundary.twice' }])
    expect(await load(kagawaGeo)).toMatchObject({ added: 0, changed: 17, removed: 0 })
    expect(areas(await topology({ level: 'municipality', prefecture: '370002' }))).toHaveLength(17)
    await load(kagawa)
  })

  it('なくなった区域は、なくなったと出る', async () => {
    await load(kagawa)
    const json = JSON.parse(readFileSync(kagawa.path, 'utf8'))
    const [object] = Object.values(json.objects) as { geometries: unknown[] }[]
    object!.geometries.pop()
    const run = await loadFiles(
      client,
      kind!,
      [{ name: kagawa.name, bytes: Buffer.from(JSON.stringify(json)) }],
      { dryRun: true },
    )
    expect(run).toMatchObject({ removed: 1, unchanged: 16 })
  })
})

describe('形を渡す', () => {
  beforeAll(() => load(kagawa, shizuoka, japan))

  it('市町村では、区は市になり、区の境の線は残らない', async () => {
    const answer = await topology({ level: 'municipality', prefecture: '220001' })
    const found = areas(answer)
    expect(found).toHaveLength(35)
    expect(
      found
        .filter(({ properties }) => ['静岡市', '浜松市'].includes(properties.name))
        .map(({ properties }) => properties.code),
    ).toEqual(['221007', '221309'])
    const uses = new Map<number, number>()
    for (const one of answer.shapes.objects.areas.geometries)
      for (const at of (one as { arcs: number[][][] }).arcs.flat(2))
        uses.set(at < 0 ? ~at : at, (uses.get(at < 0 ? ~at : at) ?? 0) + 1)
    expect(uses.size).toBe(answer.shapes.arcs.length)
    expect([...uses.values()].every((count) => count <= 2)).toBe(true)
    expect(answer.attribution).toEqual([
      '出典: 「国土数値情報（行政区域データ）」（国土交通省）を加工して作成',
    ])
  })

  it('全国の市町村は1,733と北方領土の6村、形のない8の島などは別に言う', async () => {
    const answer = await topology({ level: 'municipality' })
    expect(areas(answer)).toHaveLength(1_741 - 8 + 6)
    expect(answer.withoutShape).toHaveLength(8)
    expect(answer).toMatchObject({ areaCode: '000000', asOf: '2021-01-01' })
  })

  it('都道府県は47で、名前がある', async () => {
    const found = areas(await topology({ level: 'prefecture' }))
    expect(found.map(({ properties }) => properties.name)).toHaveLength(47)
    expect(found.at(-1)?.properties).toEqual({ code: '470007', name: '沖縄県' })
  })

  it('自分の県のファイルがなければ、全国のファイルから県だけを', async () => {
    const answer = await topology({ level: 'municipality', prefecture: '380008' })
    expect(areas(answer)).toHaveLength(19)
    expect(answer.withoutShape).toEqual([{ code: '383562', name: '上島町' }])
    expect(answer.shapes.arcs.length).toBeLessThan(120)
  })

  it('取り込んだ境界の一覧', async () => {
    expect((await boundarySets(work)).items).toMatchObject([
      { areaCode: '000000', areaName: '全国', asOf: '2021-01-01', areaCount: 1_894, leftOut: 3 },
      { areaName: '静岡県', areaCount: 43 },
      { areaName: '香川県', areaCount: 17 },
    ])
  })

  it('まとめた答えは詰めて持ち、取り込むまで同じ印（ETag）で、取り込めば新しい', async () => {
    const query: TopologyQuery = { level: 'municipality', prefecture: '370002' }
    const first = await topologyAnswer(work, query)
    expect(await topologyAnswer(work, query)).toBe(first)
    expect(brotliDecompressSync(first.br).equals(first.plain)).toBe(true)
    expect(gunzipSync(first.gzip).equals(first.plain)).toBe(true)
    expect(JSON.parse(first.plain.toString()).topology.objects.areas.geometries).toHaveLength(17)
    await load(kagawaGeo)
    expect((await topologyAnswer(work, query)).etag).not.toBe(first.etag)
    await load(kagawa)
    expect((await topologyAnswer(work, query)).etag).toBe(first.etag)
  })

  it('全国の形は、詰めて 400 kB より小さい', async () => {
    const { br } = await topologyAnswer(work, { level: 'municipality' })
    expect(br.length).toBeLessThan(400_000)
  })
})
