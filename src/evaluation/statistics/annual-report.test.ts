import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TabularSource } from '../../exchange/tabular/index.ts'
import { testDatabase } from '../../platform/database/testing/database.ts'
import { valueTypes } from '../../platform/database/types.ts'
import { checksumsOf, type ImportContext, type ImportRun, runImport } from '../../platform/import/index.ts'
import { annualImports } from './annual-report.ts'
import { countAt, factColumns, type Level, placesOf, readerOf } from './facts.ts'
import { upgradeInsurerCodes } from './insurer-places.ts'

const folder = join(import.meta.dirname, '..', '..', 'exchange', 'annual-report', 'fixtures')
const INSURED = 'r5_nenpo_table02_primary_insured_by_insurer.xlsx'
const CERTIFIED = 'r5_nenpo_table04-1-1_certified_by_insurer.xlsx'
const file = (name: string) => ({ name, path: join(folder, name) })
const [insured, certified] = annualImports as [(typeof annualImports)[0], (typeof annualImports)[0]]

let client: pg.Client
beforeAll(async () => {
  client = new pg.Client({ ...(await testDatabase()).client('reference'), types: valueTypes })
  await client.connect()
})
/** The worker's database serves other tests too. */
const clear = () =>
  client.query(
    `delete from evaluation.indicator_column where series = 'japan'; delete from evaluation.fact_column where series = 'japan';
     delete from evaluation.place where series = 'japan'; delete from registers.municipality;
     delete from platform.dataset_release where dataset in ('annual-report-insured', 'annual-report-certified')
       or dataset = 'municipality-codes' and loaded_by = 'test'`,
  )
beforeEach(clear)
afterAll(async () => {
  await clear()
  await client.end()
})

async function load(
  kind: (typeof annualImports)[0],
  files: TabularSource[],
  more: Partial<ImportContext> & { dryRun?: boolean } = {},
): Promise<ImportRun> {
  const { dryRun = false, ...context } = more
  await client.query('begin')
  const run = await runImport(
    client,
    kind,
    files,
    {
      insurerId: null,
      checksums: await checksumsOf(files),
      loadedBy: 'command',
      now: Temporal.Instant.from('2026-11-22T01:00:00Z'),
      today: '2026-11-22',
      attribution: null,
      ...context,
    },
    { dryRun },
  )
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
const find = async (
  measure: string,
  level: Level,
  name: string,
  release: '速報' | '確定' | '改訂' = '確定',
) => {
  const reader = readerOf(client)
  const [column] = await factColumns(reader, { measures: [measure], level, series: 'japan', release })
  const place = (await placesOf(reader, level, 'japan')).find((one) => one.name === name)
  return column && place && countAt(column, place.position)
}
async function withCells(cells: Record<string, ExcelJS.CellValue>, name = INSURED): Promise<TabularSource> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Uint8Array.from(readFileSync(join(folder, INSURED))).buffer)
  for (const [address, value] of Object.entries(cells)) book.worksheets[0]!.getCell(address).value = value
  return { name, bytes: new Uint8Array(await book.xlsx.writeBuffer()) }
}
/** 札幌市 and 高松市 as a list of codes has them. */
async function someCodes(): Promise<void> {
  await client.query(
    `with release as (insert into platform.dataset_release (dataset, as_of, file_name, file_sha256, row_count, loaded_at, loaded_by)
       values ('municipality-codes', '2026-07-01', 'codes.csv', md5(random()::text), 2, now(), 'test') returning id)
     insert into registers.municipality (code, name, fold, prefecture_code, kind, list_release_id)
     select c.code, c.name, c.name, c.prefecture, 'city', id from release,
       (values ('011002', '札幌市', '010006'), ('372013', '高松市', '370002')) c(code, name, prefecture)`,
  )
}

describe('年報を取り込む', () => {
  it('第2表: 1,571保険者、都道府県と全国は保険者の和', async () => {
    const run = await load(insured, [file(INSURED)])
    expect(counts(run)).toEqual([1571, 1571, 0, 0, 0, 0])
    expect(run.sources).toEqual([
      '出典: 「介護保険事業状況報告（年報）」（厚生労働省）を加工して作成（公共データ利用規約（第1.0版））',
    ])
    expect(await find('insured.total', 'insurer', '高松市')).toBe(120_025)
    expect(await find('insured.total', 'nation', '全国')).toBe(35_889_733)
    expect((await placesOf(readerOf(client), 'insurer', 'japan')).length).toBe(1571)
    const [column] = await factColumns(readerOf(client), {
      measures: ['insured.total'],
      level: 'insurer',
      series: 'japan',
    })
    expect(column).toMatchObject({
      periodFrom: '2024-03-31',
      periodTo: '2024-03-31',
      unit: '実人数',
      missing: null,
    })
  })

  it('第4-1-1表: 高松市26,087人 = 第1号25,658人 + 第2号429人、全国7,083,236人', async () => {
    const run = await load(certified, [file(CERTIFIED)])
    expect(counts(run)).toEqual([14_139, 14_139, 0, 0, 0, 0])
    expect(run.differences.map(({ key }) => key)).toContain('三重県 いなべ市 65〜69歳')
    expect(await find('certified.all.total', 'insurer', '高松市')).toBe(26_087)
    expect(await find('certified.first.total', 'insurer', '高松市')).toBe(25_658)
    expect(await find('certified.second.total', 'insurer', '高松市')).toBe(429)
    expect(await find('certified.80-84.care3', 'insurer', '高松市')).toBe(674)
    expect(await find('certified.all.total', 'nation', '全国')).toBe(7_083_236)
  })

  it('同じファイルは二度目に何も変えない。試し取込は何も残さない', async () => {
    expect(counts(await load(insured, [file(INSURED)], { dryRun: true }))).toEqual([1571, 1571, 0, 0, 0, 0])
    expect(await placesOf(readerOf(client), 'insurer', 'japan')).toEqual([])
    await load(insured, [file(INSURED)])
    const before = (
      await client.query('select measure, level, revision from evaluation.fact_column order by 1, 2')
    ).rows
    expect(counts(await load(insured, [file(INSURED)]))).toEqual([1571, 0, 0, 0, 1571, 0])
    expect(
      (await client.query('select measure, level, revision from evaluation.fact_column order by 1, 2')).rows,
    ).toEqual(before)
  })

  it('変わった行は、どの保険者の何が変わったかを示す。消えた保険者は0人ではなく欠けになる', async () => {
    await load(insured, [file(INSURED)])
    // 札幌市: 外国人 one less; 函館市 leaves the table, and the nation with it
    const changed = await withCells({
      G7: 1035,
      A8: null,
      B8: null,
      C8: null,
      D8: null,
      E8: null,
      F8: null,
      G8: null,
      H8: null,
      C6: 35_889_733 - 88_341,
      D6: 15_708_886 - 38_955,
      E6: 13_592_838 - 32_736,
      F6: 6_588_009 - 16_650,
      G6: 215_389 - 101 - 1,
      H6: 198_202 - 418,
    })
    const run = await load(insured, [changed])
    expect(counts(run)).toEqual([1570, 0, 1, 1, 1569, 0])
    expect(run.differences).toMatchObject([
      { state: 'removed', key: '北海道 函館市' },
      {
        state: 'changed',
        key: '北海道 札幌市',
        before: { 外国人被保険者: 1036 },
        after: { 外国人被保険者: 1035 },
      },
    ])
    expect(await find('insured.foreign', 'insurer', '函館市')).toEqual({
      missing: 'not-published-at-this-level',
    })
    expect(counts(await load(insured, [changed]))).toEqual([1570, 0, 0, 0, 1570, 0])
  })

  it('伏せた数は理由とともに欠け、その県と全国の和も欠ける', async () => {
    await load(insured, [await withCells({ G7: '***' })])
    expect(await find('insured.foreign', 'insurer', '札幌市')).toEqual({ missing: 'suppressed' })
    expect(await find('insured.foreign', 'prefecture', '北海道')).toEqual({ missing: 'suppressed' })
    expect(await find('insured.foreign', 'nation', '全国')).toEqual({ missing: 'suppressed' })
    expect(await find('insured.foreign', 'prefecture', '香川県')).toEqual(expect.any(Number))
  })

  it('速報・確定・改訂は別に残る。ファイルの名前か、聞かれて答えたとおり', async () => {
    await load(insured, [await withCells({}, 'r5_速報_02.xlsx')])
    expect(await find('insured.total', 'insurer', '高松市')).toBeUndefined()
    expect(await find('insured.total', 'insurer', '高松市', '速報')).toBe(120_025)
    expect(counts(await load(insured, [file(INSURED)], { release: '改訂' }))).toEqual([
      1571, 1571, 0, 0, 0, 0,
    ])
    expect(await find('insured.total', 'insurer', '高松市', '改訂')).toBe(120_025)
  })

  it('一つでも断られれば、何も変わらない', async () => {
    const run = await load(insured, [await withCells({ C7: 1 })])
    expect(run.refused.map(({ cell }) => cell)).toEqual(['02h!C7', '02h!C6'])
    expect(await placesOf(readerOf(client), 'insurer', 'japan')).toEqual([])
  })

  it('同じ年度の表が二つなら断る', async () => {
    const run = await load(insured, [file(INSURED), await withCells({}, 'r5_もう一つ.xlsx')])
    expect(run.refused).toMatchObject([{ code: 'table.twice' }])
  })
})

describe('保険者のコード', () => {
  const codeOf = async (name: string) =>
    (await placesOf(readerOf(client), 'insurer', 'japan')).find((place) => place.name === name)

  it('コードの一覧がないうちは名前で保存し、あとから位置を変えずにコードが付く', async () => {
    const run = await load(insured, [file(INSURED)])
    expect(run.notices).toMatchObject([{ code: 'insurer.no-codes', count: 1571 }])
    const before = await codeOf('高松市')
    expect(before?.code).toMatch(/^37:/)
    await someCodes()
    expect(await upgradeInsurerCodes(client, '2026-11-22')).toBe(2)
    expect(await codeOf('高松市')).toEqual({ ...before, code: '372013', municipalityCodes: ['372013'] })
    expect(await upgradeInsurerCodes(client, '2026-11-22')).toBe(0)
    expect(counts(await load(insured, [file(INSURED)]))).toEqual([1571, 0, 0, 0, 1571, 0])
    expect(await find('insured.total', 'insurer', '高松市')).toBe(120_025)
  })

  it('同じファイルをもう一度読み込んでも、コードが付く', async () => {
    await load(insured, [file(INSURED)])
    await someCodes()
    expect(counts(await load(insured, [file(INSURED)]))).toEqual([1571, 0, 0, 0, 1571, 0])
    expect((await codeOf('札幌市'))?.code).toBe('011002')
    expect((await codeOf('日高中部広域連合'))?.code).toMatch(/^01:/)
  })

  it('一覧があれば、初めからコードで保存する', async () => {
    await someCodes()
    await load(insured, [file(INSURED)])
    expect((await codeOf('高松市'))?.code).toBe('372013')
  })
})
