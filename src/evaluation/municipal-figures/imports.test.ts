import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TabularSource } from '../../exchange/tabular/index.ts'
import { testDatabase } from '../../platform/database/testing/database.ts'
import { valueTypes } from '../../platform/database/types.ts'
import { checksumsOf, type ImportRun, runImport } from '../../platform/import/index.ts'
import { imports as townKinds } from '../statistics/imports.ts'
import { countAt, factColumns, placesOf, readerOf, refreshFacts } from '../statistics/index.ts'
import { imports } from './imports.ts'

const exchange = join(import.meta.dirname, '..', '..', 'exchange')
const folder = join(exchange, 'municipal-figures', 'fixtures')
const NAMES = ['0068.csv', '0091_2022.csv', '0092_2022.csv', '0095.csv', '0095_2025.xlsx']
const file = (name: string): TabularSource => ({ name, path: join(folder, name) })
const all = NAMES.map(file)
const SOURCE = '「高松市オープンデータ」(高松市), CC BY 4.0'

let client: pg.Client
beforeAll(async () => {
  client = new pg.Client({ ...(await testDatabase()).client('reference'), types: valueTypes })
  await client.connect()
})
const clear = () =>
  client.query(`delete from evaluation.fact_column where dataset in ('municipal-figures', 'population-by-town');
    delete from evaluation.town_population;
    delete from platform.dataset_release where dataset in ('municipal-figures', 'population-by-town')`)
beforeEach(clear)
afterAll(async () => {
  await clear()
  await client.end()
})

async function load(
  files: TabularSource[],
  kind = imports[0]!,
  attribution: string | null = SOURCE,
): Promise<ImportRun> {
  await client.query('begin')
  const context = {
    insurerId: null,
    checksums: await checksumsOf(files),
    loadedBy: 'command',
    now: Temporal.Instant.from('2026-11-22T01:00:00Z'),
    today: '2026-11-22',
    attribution,
  }
  const run = await runImport(client, kind, files, context, { dryRun: false })
  await client.query(run.applied ? 'commit' : 'rollback')
  return run
}
const counts = ({ read, added, changed, removed, unchanged, refusedCount }: ImportRun) => [
  read,
  added,
  changed,
  removed,
  unchanged,
  refusedCount,
]
/** The count of 高松市 on a day or in a period. */
async function figure(measure: string, from: string, to = from) {
  const reader = readerOf(client)
  const columns = await factColumns(reader, {
    measures: [measure],
    level: 'municipality',
    series: 'japan',
    from,
    to,
  })
  const place = (await placesOf(reader, 'municipality', 'japan')).find(({ code }) => code === '372013')
  const column = columns.find((one) => one.periodFrom === from && one.periodTo === to)
  return column && place ? countAt(column, place.position) : undefined
}
const stored = async () =>
  (
    await client.query(
      `select measure, period_from, period_to, unit, figures, missing, revision from evaluation.fact_column
       where dataset = 'municipal-figures' order by 1, 2, 3`,
    )
  ).rows

describe('高松市の小さな統計を取り込む（実物の五つのファイル）', () => {
  it('CSV と Excel に同じ年があっても、同じ数は一度だけ入る。もう一度取り込んでも何も変わらない', async () => {
    // 0068 88, 0091 72, 0092 144, 0095 10 and 18 of which 10 are the same
    expect(counts(await load(all))).toEqual([332, 322, 0, 0, 0, 0])
    const before = await stored()
    expect(counts(await load(all))).toEqual([332, 0, 0, 0, 322, 0])
    expect(await stored()).toEqual(before)
  })

  it('単位と期間: 被保険者は10月1日の実人数、転入はひと月の延べ人数、見通しは年の推計', async () => {
    await load(all)
    expect(await figure('city.insured', '2025-10-01')).toBe(120_093)
    expect(await figure('city.certified', '2025-10-01')).toBe(26_331)
    expect(await figure('city.births.total', '2022-01-01', '2022-01-31')).toBe(247)
    expect(await figure('outlook.first.old', '2065-01-01', '2065-12-31')).toBe(119_501)
    expect(await figure('outlook.takamatsu.old', '2065-01-01', '2065-12-31')).toBe(121_336)
    const { rows } = await client.query(
      `select distinct unit from evaluation.fact_column where measure like 'city.moves%'`,
    )
    expect(rows).toEqual([{ unit: '延べ人数' }])
  })

  it('五年分の CSV は、九年分の Excel の年を消さない。ちがう数は、変わった行として前と後を示す', async () => {
    await load([file('0095_2025.xlsx')])
    expect(counts(await load([file('0095.csv')]))).toEqual([10, 0, 0, 0, 10, 0])
    expect(await figure('city.insured', '2025-10-01')).toBe(120_093)
    const text = readFileSync(join(folder, '0095.csv'), 'utf8').replace('115054', '115055')
    const run = await load([{ name: '0095.csv', bytes: Buffer.from(text) }])
    expect(counts(run)).toEqual([10, 0, 1, 0, 9, 0])
    expect(run.differences).toMatchObject([
      {
        state: 'changed',
        key: '高松市 第1号被保険者数（市の集計） 2017-10-01',
        before: { 数: '115054' },
        after: { 数: '115055' },
      },
    ])
    expect(await figure('city.insured', '2017-10-01')).toBe(115_055)
  })

  it('一度の取り込みの中で食い違う数は、どちらとも決めずに断る', async () => {
    const text = readFileSync(join(folder, '0095.csv'), 'utf8').replace('115054', '115055')
    const run = await load([{ name: '0095.csv', bytes: Buffer.from(text) }, file('0095_2025.xlsx')])
    expect(run.refused).toMatchObject([
      { code: 'figure.twice', file: '0095_2025.xlsx', row: 2, column: 'numberOfPrimaryInsured' },
    ])
    expect(await stored()).toEqual([])
  })

  it('ほかの市の数は残り、数のない市は「読み込まれていない」', async () => {
    await load([file('0095.csv')])
    await client.query(
      `insert into evaluation.place (level, series, position, code, name, prefecture_code)
       select 'municipality', 'japan', max(position) + 1, '999997', '架空市', '370002' from evaluation.place
       where level = 'municipality' and series = 'japan' on conflict do nothing`,
    )
    const other = (await placesOf(readerOf(client), 'municipality', 'japan')).find(
      ({ code }) => code === '999997',
    )!
    await client.query(
      `update evaluation.fact_column set figures[$1] = 7, missing = case when cardinality(missing) < $1
         then missing || array_fill(null::text, array[$1 - cardinality(missing)]) else missing end where measure = 'city.insured' and period_from = '2017-10-01'`,
      [other.position],
    )
    const text = readFileSync(join(folder, '0095.csv'), 'utf8').replace('115054', '115055')
    await load([{ name: '0095.csv', bytes: Buffer.from(text) }])
    const [column] = await factColumns(readerOf(client), {
      measures: ['city.insured'],
      level: 'municipality',
      series: 'japan',
      from: '2017-10-01',
      to: '2017-10-01',
    })
    expect(countAt(column!, other.position)).toBe(7)
    const last = await factColumns(readerOf(client), {
      measures: ['city.insured'],
      level: 'municipality',
      series: 'japan',
      from: '2018-10-01',
      to: '2018-10-01',
    })
    expect(last[0]?.figures[other.position - 1] ?? null).toBeNull()
  })

  it('出典: ファイルの言葉、なければ添えた言葉。名前の年と番地の年がちがえば知らせる', async () => {
    const run = await load(all)
    expect(run.sources).toEqual(['出典: 高松市（クリエイティブ・コモンズ 表示 3.0）', `出典: ${SOURCE}`])
    expect(run.notices).toMatchObject([
      { code: 'file.year-doubt', count: 2, examples: [expect.stringContaining('2022年'), expect.anything()] },
    ])
    await clear()
    const bare = await load([file('0095_2025.xlsx')], imports[0]!, null)
    expect(bare.notices).toMatchObject([{ code: 'attribution.none', examples: ['0095_2025.xlsx'] }])
  })

  it('町の住民の65歳以上120,321と、市の第1号被保険者120,093は、同じ日の別の数', async () => {
    await load([file('0095_2025.xlsx')])
    const towns = {
      name: '0066_202510.xlsx',
      path: join(exchange, 'population-by-town', 'fixtures', '0066_202510.xlsx'),
    }
    await load([towns], townKinds.find(({ kind }) => kind === 'population-by-town')!)
    await refreshFacts(client, 'population-by-town', { today: '2026-11-22' })
    expect(await figure('population.65over', '2025-10-01')).toBe(120_321)
    expect(await figure('city.insured', '2025-10-01')).toBe(120_093)
  })
})
