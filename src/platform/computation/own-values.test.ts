import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import '../../registers/settings/routes.ts'
import { type TestDatabase, testDatabase } from '../database/testing/database.ts'
import type { Work } from '../database/work.ts'
import { anActor, anInsurer, asOwner, setSetting, type TestInsurer, workOf } from '../testing/insurer.ts'
import { day, defineRule, whole } from './index.ts'
import { withOwnValues } from './own-values.ts'

const visit = whole('訪問まで', '日').meta({ setting: 'care-management.first-visit-days', title: '訪問まで' })
const rule = (dateOf?: (input: { on?: string }) => string) =>
  defineRule({
    id: 'TEST-01',
    title: '試験の決まり',
    group: '試験',
    meaning: '試験です。',
    formula: '訪問まで',
    source: { text: '架空法第1条' },
    confidence: 'decided',
    parameters: {},
    input: z.strictObject({
      days: visit,
      within: z.strictObject({ days: visit }).optional(),
      months: whole('月', '月').optional().meta({ setting: 'care-management.type-b-months' }),
      hours: whole('時間', '時間').optional().meta({ setting: 'abuse.fact-finding-hours' }),
      unknown: whole('人', '人').optional().meta({ setting: 'nobody.stated-it' }),
      on: day('基準日').optional(),
    }),
    ...(dateOf ? { dateOf } : {}),
    compute: ({ days }) => ({ days }),
    cases: [],
  })

let database: TestDatabase
let insurer: TestInsurer
let work: Work
beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  work = workOf(database, await anActor(database, insurer, 'officer'))
  await asOwner(database, (client) => setSetting(client, insurer.id, 'care-management.first-visit-days', 21))
})

describe('保険者の設定で補う', () => {
  const own = {
    setting: 'care-management.first-visit-days',
    value: 21,
    isOwn: true,
    from: '2020-04-01',
    source: '試験要綱',
  }

  it('本文にない項目だけを、その日の設定で補い、どこから来たかを言う', async () => {
    const { input, filled } = await withOwnValues(work, rule(), { within: {} }, '2026-11-22')
    expect(input).toEqual({ days: 21, within: { days: 21 } })
    expect(filled).toEqual([
      { path: 'days', title: '訪問まで', ...own },
      { path: 'within.days', title: '訪問まで', ...own },
    ])
    expect(await withOwnValues(work, rule(), { days: 3 }, '2026-11-22')).toEqual({
      input: { days: 3 },
      filled: [],
    })
  })

  it('設定を始めた日より前は製品の初期値で、そのことを言う', async () => {
    const { input, filled } = await withOwnValues(work, rule(), {}, '2020-03-31')
    expect(input).toEqual({ days: 14 })
    expect(filled[0]).toMatchObject({ isOwn: false, from: null, source: '製品の初期値' })
  })

  it('法の数値がその日を決める設定は、保険者が入力した日からだけ補う', async () => {
    const hours = async (day: string) => (await withOwnValues(work, rule(), { days: 3 }, day)).filled
    expect(await hours('2026-11-22')).toEqual([])
    await asOwner(database, (client) => setSetting(client, insurer.id, 'abuse.fact-finding-hours', 24))
    expect(await hours('2026-11-22')).toMatchObject([{ path: 'hours', value: 24, isOwn: true }])
    expect(await hours('2020-03-31')).toEqual([])
  })

  it('日を入力が決めるときは、その日の設定を使う', async () => {
    const byInput = rule(({ on }) => on ?? '2026-11-22')
    const { filled } = await withOwnValues(work, byInput, { on: '2020-03-31' }, '2026-11-22')
    expect(filled[0]).toMatchObject({ value: 14, isOwn: false })
  })

  it('形の合わない本文には、何も足さない', async () => {
    for (const body of [null, 'x', 1, []])
      expect(await withOwnValues(work, rule(), body, '2026-11-22')).toEqual({ input: body, filled: [] })
    const { input } = await withOwnValues(work, rule(), { within: 3, hours: 1 }, '2026-11-22')
    expect(input).toEqual({ days: 21, within: 3, hours: 1 })
  })
})
