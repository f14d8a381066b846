import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../platform/database/testing/database.ts'
import type { Work } from '../../../platform/database/work.ts'
import { anActor, anInsurer, workOf } from '../../../platform/testing/insurer.ts'
import { listPlaces } from '../places/service.ts'
import { clearRealData, loadRealData } from '../testing/real-data.ts'
import { SheetQuery } from './schema.ts'
import { indicatorSheet } from './sheet.ts'

let database: TestDatabase
let work: Work
beforeAll(async () => {
  database = await testDatabase()
  work = workOf(database, await anActor(database, await anInsurer(database), 'coordinator'))
  await clearRealData(database)
  await loadRealData(database)
}, 120_000)
afterAll(() => clearRealData(database))

const pagesOf = (pdf: Buffer) => (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length

describe('指標の1枚', () => {
  it.each([
    ['似た保険者と', 'certification-rate', { code: '372013' }],
    ['同じ都道府県と', 'adjusted-certification-rate', { code: '372013', with: 'prefecture' }],
    ['人数の少ない村でも', 'certification-rate', { code: '133621', with: 'none' }],
    ['町', 'ageing-rate', { level: 'town', series: '372013', code: '三谷町', with: 'none' }],
  ] as const)('%s比べて、A4 一枚に収まる', async (_, id, asked) => {
    const { name, bytes } = await indicatorSheet(work, id, SheetQuery.parse(asked))
    expect(bytes.subarray(0, 4).toString()).toBe('%PDF')
    expect(pagesOf(bytes)).toBe(1)
    expect(name).toMatch(/\.pdf$/)
  })

  it('ない場所や指標は、ないと答える', async () => {
    const asked = SheetQuery.parse({ code: '999995' })
    await expect(indicatorSheet(work, 'certification-rate', asked)).rejects.toMatchObject({ status: 404 })
    await expect(indicatorSheet(work, 'no-such', asked)).rejects.toMatchObject({ status: 404 })
  })
})

describe('選べる場所', () => {
  it('都道府県は北から、保険者は全部。空白のある名は詰める', async () => {
    const { prefectures, insurers, withTowns, own } = await listPlaces(work)
    expect([prefectures[0]?.name, prefectures.at(-1)?.name, prefectures.length]).toEqual([
      '北海道',
      '沖縄県',
      47,
    ])
    expect(insurers).toHaveLength(1571)
    expect(insurers.every(({ name }) => !/\s/.test(name))).toBe(true)
    expect(withTowns).toContain('372013')
    // an insurer that published figures do not know has no place of its own
    expect(own).toEqual([])
  })
})
