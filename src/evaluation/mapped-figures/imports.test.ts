import Excel from 'exceljs'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { FiguresMapping } from '../../exchange/mapped-figures/index.ts'
import type { TabularSource } from '../../exchange/tabular/index.ts'
import { testDatabase } from '../../platform/database/testing/database.ts'
import { valueTypes } from '../../platform/database/types.ts'
import { undoNewest } from '../../platform/import/history/undo.ts'
import { checksumsOf, type ImportRun, runImport } from '../../platform/import/index.ts'
import {
  countAt,
  factColumns,
  JAPAN,
  measureLabel,
  placesOf,
  prefectureCode,
  putPlaces,
  readerOf,
} from '../statistics/index.ts'
import { imports } from './imports.ts'
import { FiguresMapping as Shape } from './schema.ts'
import { townMapping, townTable } from './testing/table.ts'

let client: pg.Client
beforeAll(async () => {
  client = new pg.Client({ ...(await testDatabase()).client('reference'), types: valueTypes })
  await client.connect()
})
const clear = () =>
  client.query(`delete from evaluation.fact_column where measure like 'own.%';
    delete from platform.dataset_release where dataset = 'mapped-figures'`)
beforeEach(async () => {
  await clear()
  await client.query('begin')
  const town = (name: string) => ({ code: name, name, prefectureCode: '370002' })
  await putPlaces(client, 'town', '372013', ['亀井町', '鶴市町', '香西本町'].map(town))
  const city = (code: string, name: string) => ({
    code,
    name,
    prefectureCode: prefectureCode(code.slice(0, 2)),
  })
  await putPlaces(client, 'insurer', JAPAN, [
    city('372013', '高松市'),
    city('132063', '府中市'),
    city('342084', '府中市'),
  ])
  await client.query('commit')
})
afterAll(async () => {
  await clear()
  await client.end()
})

const contextOf = async (files: TabularSource[], mapping?: FiguresMapping) => ({
  insurerId: null,
  checksums: await checksumsOf(files),
  loadedBy: 'command',
  now: Temporal.Instant.from('2026-11-22T01:00:00Z'),
  today: '2026-11-22',
  attribution: '「見本オープンデータ」(見本市)',
  ...(mapping ? { mapping } : {}),
})
async function load(files: TabularSource[], mapping?: FiguresMapping): Promise<ImportRun> {
  await client.query('begin')
  const run = await runImport(client, imports[0]!, files, await contextOf(files, mapping), { dryRun: false })
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
async function figure(measure: string, code: string, level: 'town' | 'insurer' = 'town', to = '2025-03-31') {
  const reader = readerOf(client)
  const series = level === 'town' ? '372013' : JAPAN
  const columns = await factColumns(reader, { measures: [measure], level, series })
  const place = (await placesOf(reader, level, series)).find((one) => one.code === code)
  const column = columns.find(({ periodTo }) => periodTo === to)
  return column && place ? countAt(column, place.position) : undefined
}
const stored = async () =>
  (
    await client.query(
      `select * from evaluation.fact_column where measure like 'own.%' order by measure, period_from`,
    )
  ).rows
const PERSONS = 'own.つどいの場（見本）.参加者数'
const VISITS = 'own.つどいの場（見本）.延べ参加者数'
const ROWS = ['合計,15,210,30', '亀井町,15,"2１0",12', '鶴市町,-,***,0', '香西本町,0,,3', '※ 架空の数です,,,']

describe('様式のない統計を取り込む', () => {
  it('数は場所・期間・単位とともに入り、合計と注記は除き、数のないところは 0 にしない', async () => {
    const run = await load([townTable(ROWS)], townMapping())
    expect(run.refused).toEqual([])
    expect(counts(run)).toEqual([6, 6, 0, 0, 0, 0])
    expect(await figure(PERSONS, '亀井町')).toBe(15)
    expect(await figure(VISITS, '亀井町')).toBe(210)
    expect(await figure(PERSONS, '鶴市町')).toEqual({ missing: 'not-reported' })
    expect(await figure(VISITS, '鶴市町')).toEqual({ missing: 'suppressed' })
    expect(await figure(PERSONS, '香西本町')).toBe(0)
    expect(await figure(VISITS, '香西本町')).toEqual({ missing: 'not-reported' })
    expect((await stored()).map(({ unit, dataset }) => [unit, dataset])).toEqual([
      ['実人数', 'mapped-figures'],
      ['延べ人数', 'mapped-figures'],
    ])
    expect(measureLabel(VISITS)).toBe('延べ参加者数（つどいの場（見本））')
    expect(run.notices.map(({ code, examples }) => [code, examples[0]])).toEqual(
      expect.arrayContaining([
        ['row.total', 'tsudoi_r6.csv 4行目 合計'],
        ['row.note', 'tsudoi_r6.csv 8行目 ※架空の数です'],
      ]),
    )
    expect(run.sources).toEqual(['出典: 「見本オープンデータ」(見本市)'])
  })

  it('同じファイルは二度目に何も変えず、直したファイルは前と後を示し、無い行は消さずに知らせる', async () => {
    await load([townTable(ROWS)], townMapping())
    const before = await stored()
    expect(counts(await load([townTable(ROWS)], townMapping()))).toEqual([6, 0, 0, 0, 6, 0])
    expect(await stored()).toEqual(before)
    const run = await load([townTable(['亀井町,16,210,12'])], townMapping())
    expect(counts(run)).toEqual([2, 0, 1, 0, 1, 0])
    expect(run.differences[0]).toMatchObject({ before: { 数: '15' }, after: { 数: '16' } })
    expect(run.notices.find(({ code }) => code === 'place.not-in-file')?.examples).toEqual([
      '香西本町 2025-03-31',
    ])
    expect(await figure(PERSONS, '香西本町')).toBe(0)
  })

  it('取り消すと、前の数に戻る', async () => {
    await load([townTable(ROWS)], townMapping())
    const before = await stored()
    const next = [townTable(['亀井町,99,999,1'])]
    await load(next, townMapping())
    await client.query('begin')
    const undone = await undoNewest(client, imports[0]!, { context: await contextOf(next) })
    await client.query('commit')
    expect(undone.outcome).toBe('undone')
    expect(await stored()).toEqual(before)
  })

  it.each([
    ['知らない町', ['亀井丁,1,1,1'], 'place.unknown', 'A4', '近い名前: 亀井町'],
    ['数でない', ['亀井町,約15,1,1'], 'cell.not-a-number', 'B4', '数として読めません'],
    ['端数', ['亀井町,1.5,1,1'], 'cell.fraction', 'B4', '割合や平均は読めません'],
    ['町が二度', ['亀井町,1,1,1', '亀井町,1,1,1'], 'figure.twice', null, 'の4行目にもあります'],
    ['町が空', [',1,1,1'], 'place.blank', 'A4', '地域が書かれていません'],
  ])('%s: 断って、何も入れない', async (_, rows, code, cell, words) => {
    const run = await load([townTable(rows)], townMapping())
    expect(run.refused[0]).toMatchObject({ code, cell })
    expect(run.refused[0]!.reason).toContain(words)
    expect(await stored()).toEqual([])
  })

  it('知らない地域の行は、選べば除いて読み、どの行かを言う', async () => {
    const run = await load([townTable([...ROWS, '町外,3,4,5'])], townMapping({ otherPlaces: 'leave-out' }))
    expect(counts(run)).toEqual([8, 6, 0, 0, 0, 0])
    expect(run.notices.find(({ code }) => code === 'place.left-out')?.examples).toEqual([
      'tsudoi_r6.csv 9行目 町外',
    ])
  })

  it('単位は混ぜない。同じ名前の数を別の単位では読まない', async () => {
    await load([townTable(ROWS)], townMapping())
    const columns = [
      { heading: '町名', field: 'name' },
      { heading: '回数', field: 'value', measure: '参加者数', unit: '回数' },
    ]
    const run = await load([townTable(ROWS)], townMapping({ columns }))
    expect(run.refused[0]).toMatchObject({ code: 'measure.other-unit', column: '回数' })
  })

  it('終わっていない年度、対応づけのないファイルは断る', async () => {
    const mapping = townMapping({ period: { kind: 'fiscal-year', year: 2026 } })
    expect((await load([townTable(ROWS)], mapping)).refused[0]).toMatchObject({ code: 'period.not-over' })
    expect((await load([townTable(ROWS)])).refused[0]).toMatchObject({ code: 'mapping.missing' })
  })
})

describe('期間が横に並ぶ表を取り込む', () => {
  const mapping = (more: object = {}) =>
    Shape.parse({
      target: 'figures',
      list: '総合事業（見本）',
      level: 'insurer',
      layout: 'periods',
      measure: { name: '利用者数', unit: '実人数' },
      columns: [{ heading: '（A列）', field: 'name' }],
      ...more,
    })
  /** As 見える化 gives it: 出力日 above, no heading over the places, the sheet by its name. */
  const workbook = async (header: string[], rows: string[][]) => ({
    name: 'mieru.xlsx',
    bytes: await workbookOf([['出力日:2026/11/01'], ['指標名: 利用者数（架空）'], ['', ...header], ...rows]),
  })
  async function workbookOf(rows: string[][]): Promise<Uint8Array> {
    const book = new Excel.Workbook()
    book.addWorksheet('順位').addRow(['順位', '1'])
    const sheet = book.addWorksheet('表形式')
    for (const row of rows) sheet.addRow(row)
    return new Uint8Array(await book.xlsx.writeBuffer())
  }
  const USERS = 'own.総合事業（見本）.利用者数'

  it('元号も西暦も、期間の名前で読み、全国は除く', async () => {
    const file = await workbook(
      ['令和4年度', '2023年度'],
      [
        ['全国', '100', '200'],
        ['香川県高松市', '10', '20'],
        ['東京都府中市', '-', '30'],
      ],
    )
    const run = await load([file], mapping({ dash: 'no-such-service' }))
    expect(run.refused).toEqual([])
    expect(counts(run)).toEqual([4, 4, 0, 0, 0, 0])
    expect(await figure(USERS, '372013', 'insurer', '2023-03-31')).toBe(10)
    expect(await figure(USERS, '372013', 'insurer', '2024-03-31')).toBe(20)
    expect(await figure(USERS, '132063', 'insurer', '2023-03-31')).toEqual({ missing: 'no-such-service' })
    expect(await figure(USERS, '342084', 'insurer', '2024-03-31')).toEqual({ missing: 'not-loaded' })
  })

  it('同じ名前の保険者は、都道府県が分からなければ断る', async () => {
    const file = await workbook(['令和4年度', '令和5年度'], [['府中市', '1', '2']])
    expect((await load([file], mapping())).refused[0]).toMatchObject({
      code: 'place.ambiguous',
      cell: 'A4',
      reason: '「府中市」は2つあります（東京都、広島県）。',
    })
    expect((await load([file], mapping({ prefecture: '広島県' }))).refused).toEqual([])
  })

  it.each([
    [['令和5年度', '2023年度'], 'header.period-twice'],
    [['令和5年度', '令和8年2月サービス提供分まで'], 'header.period'],
    [['男', '女'], 'header.no-period'],
  ])('見出し %s は断る', async (header, code) => {
    const file = await workbook(header, [['高松市', '1', '2']])
    expect((await load([file], mapping())).refused[0]).toMatchObject({ code })
  })
})
