import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anApi, type Call } from '../../platform/tasks/testing/api.ts'
import { anActor, anInsurer, asOwner, setSetting, workOf } from '../../platform/testing/insurer.ts'
import { allSettings } from './find.ts'
import { setting, settingInForce, settingOn } from './index.ts'
import { routes } from './routes.ts'

let database: TestDatabase
let call: Call
beforeAll(async () => {
  database = await testDatabase()
  call = anApi(database, [routes])
})

const months = setting<number | null>({
  key: 'test.review-months',
  group: '試験',
  title: '再確認の月数',
  unit: '月',
  help: '',
  schema: z.int().min(1).nullable(),
  input: { kind: 'integer', min: 1, max: 120, blank: '定めなし' },
  initial: null,
  source: { text: '試験' },
  confidence: 'decided',
})

const KEY = 'security.idle-minutes'
const entry = (more: Record<string, unknown> = {}) => ({
  id: null,
  version: null,
  from: '2026-12-01',
  value: 15,
  source: '情報セキュリティ要綱（架空）',
  note: null,
  ...more,
})

describe('保険者の設定', () => {
  it('値は開始日から次の開始日の前日まで。前は製品の初期値', async () => {
    const insurer = await anInsurer(database)
    const actor = await anActor(database, insurer, 'officer')
    await asOwner(database, async (client) => {
      await setSetting(client, insurer.id, months.key, 24)
      await client.query(
        `insert into registers.local_setting (insurer_id, key, valid_from, value, source) values ($1, $2, '2026-04-01', 'null', '改正')`,
        [insurer.id, months.key],
      )
    })
    const values = await workOf(database, actor).read(async (tx) => ({
      before: await settingInForce(tx, insurer.id, months, '2020-03-31'),
      first: await settingOn(tx, insurer.id, months, '2020-04-01'),
      last: await settingOn(tx, insurer.id, months, '2026-03-31'),
      amended: await settingInForce(tx, insurer.id, months, '2026-04-01'),
    }))
    expect(values.before).toEqual({ value: null, own: false, from: null, source: '試験' })
    expect([values.first, values.last]).toEqual([24, 24])
    expect(values.amended).toEqual({ value: null, own: true, from: '2026-04-01', source: '改正' })
  })

  it('どの設定も初期値が自分の形に合い、鍵は一つずつ', async () => {
    expect([...(await allSettings()).keys()]).toContain(KEY)
  })

  it('サインインの守りは管理者が加え、直し、取り消す。ほかの人が先に直していれば409', async () => {
    const insurer = await anInsurer(database)
    const administrator = await anActor(database, insurer, 'administrator')
    const added = await call(administrator, 'POST', `/api/settings/${KEY}`, entry())
    expect(added.status).toBe(200)
    expect(added.body.dated).toMatchObject([{ from: '2026-12-01', to: null, value: 15, version: 1 }])
    const { id } = added.body.dated[0]
    const again = await call(administrator, 'POST', `/api/settings/${KEY}`, entry())
    expect(again).toMatchObject({ status: 422, body: { errors: [{ path: 'from', code: 'taken' }] } })
    const corrected = entry({ id, version: 1, value: 20 })
    expect((await call(administrator, 'POST', `/api/settings/${KEY}`, corrected)).body.dated[0].value).toBe(
      20,
    )
    expect((await call(administrator, 'POST', `/api/settings/${KEY}`, corrected)).status).toBe(409)
    const gone = await call(administrator, 'POST', `/api/settings/${KEY}/remove`, { id, version: 2 })
    expect(gone).toMatchObject({ status: 200, body: { dated: [], today: 30 } })
    const stale = await call(administrator, 'POST', `/api/settings/${KEY}/remove`, { id, version: 2 })
    expect(stale.status).toBe(409)
  })

  it('形に合わない値は、どう直すかを言って断る', async () => {
    const insurer = await anInsurer(database)
    const administrator = await anActor(database, insurer, 'administrator')
    const answer = await call(administrator, 'POST', `/api/settings/${KEY}`, entry({ value: 4 }))
    expect(answer.body.errors).toEqual([
      { path: 'value', code: 'too_small', message: '時間: 5分以上にしてください。' },
    ])
  })

  it('保険者職員はサインインの守りを変えられず、扉も断る', async () => {
    const insurer = await anInsurer(database)
    const officer = await anActor(database, insurer, 'officer')
    expect((await call(officer, 'POST', `/api/settings/${KEY}`, entry())).status).toBe(403)
    const bypass = workOf(database, officer).write((tx) =>
      tx.query(`select registers.put_setting(null, null, $1, '2026-12-01', '15', '要綱', null)`, [KEY]),
    )
    await expect(bypass).rejects.toThrow(/no right to change/)
  })

  it('ほかの保険者の設定は効かず、見えない', async () => {
    const [mine, other] = [await anInsurer(database), await anInsurer(database)]
    await asOwner(database, (client) => setSetting(client, other.id, months.key, 24))
    const actor = await anActor(database, mine, 'officer')
    const work = workOf(database, actor)
    expect(await work.read((tx) => settingOn(tx, mine.id, months, '2026-11-22'))).toBeNull()
    expect(await work.read((tx) => settingOn(tx, other.id, months, '2026-11-22'))).toBeNull()
  })
})
