import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import {
  anActor,
  anInsurer,
  aPerson,
  asOwner,
  type TestInsurer,
  workOf,
} from '../../platform/testing/insurer.ts'
import { exportPeople } from './export.ts'
import { listPeople } from './service-list.ts'

let database: TestDatabase
let insurer: TestInsurer
let manager: Actor
beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  manager = await anActor(database, insurer, 'centreManager', 'a')
  for (let at = 0; at < 230; at += 1)
    await aPerson(database, insurer, insurer.centres.a, {
      name: `見本 ${at}`,
      kana: `ミホン ${String(at).padStart(3, '0')}`,
    })
  await aPerson(database, insurer, insurer.centres.a, { name: '=1+1', kana: 'アア' })
  await aPerson(database, insurer, insurer.centres.b, { name: 'となりの人', kana: 'ミホン' })
})

describe('利用者一覧の書き出し', () => {
  it('画面の一覧と同じ人が同じ順に、ページをまたいで全員入り、隣のセンターの人は入らない', async () => {
    const file = await exportPeople(workOf(database, manager), {}, 'csv')
    const text = new TextDecoder().decode(file.bytes)
    const names = text
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[0])
    expect(names).toHaveLength(231)
    expect(text).not.toContain('となりの人')
    const first = await listPeople(workOf(database, manager), { limit: 3 })
    expect(names.slice(1, 3)).toEqual(first.items.slice(1).map((item) => item.name))
  })

  it('式のように見える名前は、CSV では式として働かない', async () => {
    const file = await exportPeople(workOf(database, manager), {}, 'csv')
    expect(new TextDecoder().decode(file.bytes)).not.toMatch(/\n=1\+1/)
  })

  it('Excel の生年月日は日付、年齢は数、番号は文字', async () => {
    const file = await exportPeople(workOf(database, manager), {}, 'xlsx')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(file.bytes.buffer)
    const row = workbook.worksheets[0]!.getRow(3)
    expect(row.getCell(3).value).toBeInstanceOf(Date)
    expect(row.getCell(4).value).toBe(86)
  })

  it('Shift_JIS にない字の人がいれば、どのますかを言って断り、事故にしない', async () => {
    const other = await anActor(database, insurer, 'coreCentreStaff', 'core')
    await aPerson(database, insurer, insurer.centres.core, { name: '𠮷野 見本', kana: 'ヨシノ ミホン' })
    await expect(exportPeople(workOf(database, other), {}, 'csv-cp932')).rejects.toMatchObject({
      status: 422,
      errors: [{ path: 'format', message: expect.stringMatching(/A2.*𠮷.*UTF-8/) }],
    })
    expect((await exportPeople(workOf(database, other), {}, 'csv')).bytes.length).toBeGreaterThan(0)
  })

  it('書き出した全員が、監査の一行に残る', async () => {
    const work = workOf(database, manager, { action: 'person.exported' })
    await exportPeople(work, {}, 'csv')
    await work.finish('done')
    const { rows } = await asOwner(database, (client) =>
      client.query<{ n: number }>(
        `select cardinality(person_ids) as n from audit.line where staff_id = $1 and action = 'person.exported' order by id desc limit 1`,
        [manager.staffId],
      ),
    )
    expect(rows[0]?.n).toBe(231)
  })
})
