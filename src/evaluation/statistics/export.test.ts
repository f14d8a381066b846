import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import pg from 'pg'
import { beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../platform/database/testing/database.ts'
import { valueTypes } from '../../platform/database/types.ts'
import type { Work } from '../../platform/database/work.ts'
import { checksumsOf, runImport } from '../../platform/import/index.ts'
import { anActor, anInsurer, workOf } from '../../platform/testing/insurer.ts'
import { exportTowns } from './export.ts'
import { imports } from './imports.ts'
import { townPopulation } from './service.ts'

const folder = join(import.meta.dirname, '..', '..', 'exchange', 'population-by-town', 'fixtures')
const name = '0066_202303.csv'
/** The published file with the women of 65–69 of its first town (塩屋町) masked. */
const masked = () => {
  const lines = readFileSync(join(folder, name)).toString().split('\n')
  const heading = lines.findIndex((line) => line.startsWith('#property'))
  const column = lines[heading]!.split(',').indexOf('woman14')
  const cells = lines[9]!.split(',')
  cells[column] = '*'
  return Buffer.from(lines.with(9, cells.join(',')).join('\n'))
}

let work: Work
beforeAll(async () => {
  const database = await testDatabase()
  work = workOf(database, await anActor(database, await anInsurer(database), 'coordinator'))
  const client = new pg.Client({ ...database.client('reference'), types: valueTypes })
  await client.connect()
  await client.query(
    `begin; delete from evaluation.town_population; delete from platform.dataset_release where dataset = 'population-by-town'`,
  )
  const files = [{ name, bytes: masked() }]
  const context = {
    insurerId: null,
    checksums: await checksumsOf(files),
    loadedBy: 'command',
    now: Temporal.Instant.from('2026-11-22T01:00:00Z'),
    today: '2026-11-22',
    attribution: null,
  }
  const run = await runImport(client, imports[0]!, files, context, { dryRun: false })
  expect(run.refused).toEqual([])
  expect(run.sources).toEqual(['出典: 高松市（クリエイティブ・コモンズ 表示 3.0）'])
  await client.query('commit')
  await client.end()
})

const query = { municipalityCode: '372013' }

it('CSV は BOM つきの UTF-8、画面と同じ数字、伏せられた数は空欄と理由', async () => {
  const { bytes, type } = await exportTowns(work, { ...query, format: 'csv' })
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(type).toContain('utf-8')
  const lines = new TextDecoder().decode(bytes).trim().split('\r\n')
  expect(lines).toHaveLength(1 + 235 + 1)
  const screen = await townPopulation(work, '372013', undefined)
  const other = screen.towns.find((town) => town.townName === '天神前')!
  expect(lines.find((line) => line.startsWith('天神前'))).toBe(
    `天神前,${other.total.value},${other.aged65.value},${other.aged75.value},${(other.ageingPerMille.value! / 10).toFixed(1)},,` +
      `2023-03-01,,${other.latitude},${other.longitude},` +
      '出典: 高松市（クリエイティブ・コモンズ 表示 3.0）',
  )
  const shioya = lines.find((line) => line.startsWith('塩屋町,'))!.split(',')
  expect([shioya[2], shioya[4], shioya[5]]).toEqual(['', '', '元の統計で伏せられています'])
  expect(lines.at(-1)!.split(',').slice(0, 3)).toEqual(['全体', String(screen.whole.total.value), ''])
})

it('Excel は数が数のまま、出典は別のシートにも', async () => {
  const { bytes } = await exportTowns(work, { ...query, format: 'xlsx' })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.buffer)
  const sheet = workbook.getWorksheet('町別人口')!
  const screen = await townPopulation(work, '372013', undefined)
  sheet.eachRow((row, n) => {
    const town = screen.towns[n - 2]
    if (!town) return
    expect(row.getCell(1).value).toBe(town.townName)
    expect([2, 3, 4].map((column) => row.getCell(column).value)).toEqual([
      town.total.value,
      town.aged65.value,
      town.aged75.value,
    ])
  })
  expect(workbook.getWorksheet('出典・注記')!.getCell('A1').value).toBe(screen.attribution[0])
})

it('取り込んでいない市は、ないと答える', async () => {
  await expect(exportTowns(work, { municipalityCode: '131016', format: 'csv' })).rejects.toMatchObject({
    status: 404,
  })
})
