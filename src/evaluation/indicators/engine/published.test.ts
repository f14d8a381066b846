import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../platform/database/testing/database.ts'
import { valueTypes } from '../../../platform/database/types.ts'
import { undoNewest } from '../../../platform/import/history/undo.ts'
import { checksumsOf, findImportKinds, type ImportRun, runImport } from '../../../platform/import/index.ts'
import { countAt, factColumns, type Level, placesOf, readerOf } from '../../statistics/index.ts'
import { allIndicators } from '../find.ts'
import { attributionLines, distribution, refreshIndicators, series } from './index.ts'

const exchange = join(import.meta.dirname, '..', '..', '..', 'exchange')
const filesIn = (folder: string, is: (name: string) => boolean) =>
  readdirSync(join(exchange, folder))
    .filter(is)
    .sort()
    .map((name) => ({ name, path: join(exchange, folder, name) }))
const NOW = Temporal.Instant.from('2026-11-22T01:00:00Z')
const TODAY = '2026-11-22'
const RATE = 'certification-rate'

let client: pg.Client
const reader = {
  query: <Row>(text: string, values?: readonly unknown[]) => readerOf(client).query<Row>(text, values),
}

async function load(
  kindName: string,
  folder: string,
  is: (name: string) => boolean,
  dryRun = false,
): Promise<ImportRun> {
  const kind = (await findImportKinds()).find((one) => one.kind === kindName)!
  const files = filesIn(folder, is)
  await client.query('begin')
  const context = {
    insurerId: null,
    checksums: await checksumsOf(files),
    loadedBy: 'command',
    now: NOW,
    today: TODAY,
    attribution: null,
  }
  const run = await runImport(client, kind, files, context, { dryRun })
  await client.query(run.applied ? 'commit' : 'rollback')
  expect(run.refused).toEqual([])
  return run
}
const fact = async (measure: string, level: Level, inSeries: string, name: string, day?: string) => {
  const [column] = await factColumns(reader, {
    measures: [measure],
    level,
    series: inSeries,
    ...(day ? { from: day, to: day } : {}),
  })
  const place = (await placesOf(reader, level, inSeries)).find((one) => one.name === name)
  return column && place ? countAt(column, place.position) : undefined
}
const valueOfPlace = async (indicator: string, level: Level, inSeries: string, name: string) =>
  (await distribution(reader, indicator, level, inSeries, null))?.values.find(
    ({ place }) => place.name === name,
  )
const whole = async () =>
  (
    await client.query(
      `select md5(string_agg(i::text, ',' order by indicator, level, series, period_to, release)) as all from
         (select indicator, level, series, period_from, period_to, release, figures, missing, standard from evaluation.indicator_column) i`,
    )
  ).rows[0].all

/** The worker's database serves other tests too. */
const clear = () =>
  client.query(
    `delete from evaluation.indicator_column; delete from evaluation.fact_column; delete from evaluation.place;
     delete from evaluation.town_population; delete from registers.care_office_service; delete from registers.care_office_load;
     delete from registers.care_office_difference; delete from registers.care_office; delete from registers.facility;
     delete from registers.facility_list; delete from registers.municipality;
     delete from platform.dataset_release where dataset in ('municipality-codes', 'annual-report-insured', 'annual-report-certified',
       'population-by-town', 'facilities', 'care-offices')`,
  )

beforeAll(async () => {
  client = new pg.Client({ ...(await testDatabase()).client('reference'), types: valueTypes })
  await client.connect()
  await clear()
  await load('municipality-codes', 'municipality-codes/fixtures', (name) => name.endsWith('.csv'))
  await load('annual-report-insured', 'annual-report/fixtures', (name) => name.includes('table02'))
  await load('annual-report-certified', 'annual-report/fixtures', (name) => name.includes('table04'))
  await load('population-by-town', 'population-by-town/fixtures', (name) => /2022|2025/.test(name))
  await load('facilities', 'facilities/fixtures/takamatsu', (name) => name === '0045_2025.xlsx')
  await load('care-offices', 'care-offices/fixtures/pref37-kagawa', (name) => name.endsWith('.csv'))
}, 120_000)
afterAll(async () => {
  await clear()
  await client.end()
})

describe('公表されたファイルから指標まで', () => {
  it('高松市の認定率は 25,658 ÷ 120,025、全国は 6,952,265 ÷ 35,889,733。出典が付く', async () => {
    const takamatsu = await series(reader, RATE, 'insurer', 'japan', '372013')
    expect(takamatsu).toMatchObject([{ periodFrom: '2024-03-31', periodTo: '2024-03-31', release: '確定' }])
    expect(takamatsu[0]?.value).toBeCloseTo((25_658 / 120_025) * 100, 9)
    expect((await valueOfPlace(RATE, 'nation', 'japan', '全国'))?.value).toBeCloseTo(
      (6_952_265 / 35_889_733) * 100,
      9,
    )
    expect(await attributionLines(reader, takamatsu[0]!.releaseIds)).toEqual([
      '出典: 「介護保険事業状況報告（年報）」（厚生労働省）を加工して作成（公共データ利用規約（第1.0版））',
    ])
  })

  it('1,571の保険者すべてに認定率がある', async () => {
    const all = await distribution(reader, RATE, 'insurer', 'japan', null)
    expect(all?.values).toHaveLength(1571)
    expect(all?.values.filter(({ value }) => value === null)).toEqual([])
  })

  it('全国の標準化認定比は100、調整済み認定率は認定率と同じ', async () => {
    expect(
      (await valueOfPlace('standardised-certification-ratio', 'nation', 'japan', '全国'))?.value,
    ).toBeCloseTo(100, 9)
    expect((await valueOfPlace('adjusted-certification-rate', 'nation', 'japan', '全国'))?.value).toBeCloseTo(
      (6_952_265 / 35_889_733) * 100,
      9,
    )
  })

  it('2025年10月の65歳以上は120,321人: 町の和であり、被保険者の120,025人とは別の数', async () => {
    expect(await fact('population.65over', 'municipality', 'japan', '高松市', '2025-10-01')).toBe(120_321)
    const [column] = await factColumns(reader, {
      measures: ['population.65over'],
      level: 'town',
      series: '372013',
      from: '2025-10-01',
    })
    expect(column?.figures.reduce((all: number, figure) => all + (figure ?? 0), 0)).toBe(120_321)
    expect(await fact('population.total', 'town', '372013', 'サンポート', '2025-10-01')).toEqual(
      expect.any(Number),
    )
  })

  it('事業所: 取り込んだ県では0も数、取り込んでいない県は「取り込んでいない」', async () => {
    const [services] = [
      await client.query('select distinct service_code as code from registers.care_office_load order by 1'),
    ]
    expect(services.rows).toHaveLength(22)
    const [column] = await factColumns(reader, {
      measures: ['offices.720'],
      level: 'insurer',
      series: 'japan',
    })
    const places = await placesOf(reader, 'insurer', 'japan')
    const at = (name: string) => countAt(column!, places.find((place) => place.name === name)!.position)
    const { rows } = await client.query(
      `select municipality_name as name, count(distinct office_number)::int as n from registers.care_office_service
       join registers.care_office using (office_number, municipality_code) where service_code = '720' group by 1`,
    )
    for (const { name, n } of rows) expect([name, at(name.replace(/^.*郡/u, ''))]).toEqual([name, n])
    const kagawa = places.filter((place) => place.prefectureCode === '370002').map(({ name }) => at(name))
    expect(kagawa.every((count) => typeof count === 'number')).toBe(true)
    expect(kagawa.filter((count) => count === 0).length).toBeGreaterThan(0)
    expect(at('札幌市')).toEqual({ missing: 'not-loaded' })
  })

  it('地域包括支援センターは、一覧にある数(サブセンターを含む7か所)', async () => {
    expect(await fact('facilities.centre', 'municipality', 'japan', '高松市')).toBe(7)
    expect((await valueOfPlace('centres-per-65over', 'municipality', 'japan', '高松市'))?.value).toBeCloseTo(
      (7 / 120_321) * 10_000,
      9,
    )
  })

  it('距離: 町の点から最も近い事業所まで。町を取り込んでいない市にはない', async () => {
    const [column] = await factColumns(reader, {
      measures: ['distance.160'],
      level: 'town',
      series: '372013',
    })
    const metres = column?.figures.filter((figure) => figure !== null) ?? []
    expect(metres.length).toBeGreaterThan(230)
    expect(Math.min(...metres)).toBeLessThan(500)
    expect(Math.max(...metres)).toBeLessThan(60_000)
    expect(metres.every(Number.isInteger)).toBe(true)
  })

  it('もう一度計算しても、何も変わらない', async () => {
    const before = await whole()
    const done = await refreshIndicators(client, null, { now: NOW, today: TODAY })
    expect(done).toMatchObject({ made: 0, removed: 0 })
    expect(done.unchanged).toBeGreaterThan(100)
    expect(await whole()).toBe(before)
  })

  it('初めから計算し直しても、取り込みのたびに計算したものと同じ', async () => {
    const before = await whole()
    await client.query('delete from evaluation.indicator_column')
    await refreshIndicators(client, null, { now: NOW, today: TODAY })
    expect(await whole()).toBe(before)
  })

  it('どの定義も、データのある高さで列を持つ(市の集計からの一つを除く)', async () => {
    const { rows } = await client.query('select distinct indicator from evaluation.indicator_column')
    const made = new Set(rows.map(({ indicator }) => indicator))
    const without = [...(await allIndicators()).keys()].filter((id) => !made.has(id))
    expect(without.sort()).toEqual(['city-certification-rate'])
  })

  it('取り込みを取り消すと、その数から作った指標も消える', async () => {
    const kind = (await findImportKinds()).find((one) => one.kind === 'annual-report-certified')!
    await client.query('begin')
    const context = {
      insurerId: null,
      checksums: new Map(),
      loadedBy: 'command',
      now: NOW,
      today: TODAY,
      attribution: null,
    }
    await undoNewest(client, kind, { context } as unknown as Parameters<typeof undoNewest>[2])
    expect(await distribution(reader, RATE, 'insurer', 'japan', null)).toBeNull()
    expect(await distribution(reader, 'insured-85over-share', 'insurer', 'japan', null)).not.toBeNull()
    await client.query('rollback')
  })
})
