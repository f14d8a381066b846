import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anActor, anInsurer, asOwner, workOf } from '../../platform/testing/insurer.ts'
import { usageOf } from './service.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})

it('月とセンターごとに数え、日本時間の月で分け、ほかの保険者と名前は出さない', async () => {
  const insurer = await anInsurer(database)
  const other = await anInsurer(database)
  const administrator = await anActor(database, insurer, 'administrator')
  const worker = await anActor(database, insurer, 'centreStaff', 'a')
  const foreign = await anActor(database, other, 'centreStaff', 'a')
  await asOwner(database, async (client) => {
    const sign = (actor: typeof worker, action: string, at: string) =>
      client.query(
        `insert into audit.line (at, insurer_id, staff_id, request_id, action, outcome) values ($1, $2, $3, $4, $5, 'done')`,
        [at, actor.insurerId, actor.staffId, randomUUID(), action],
      )
    await sign(worker, 'session.signed-in', '2026-09-30T14:59:59Z') // 23:59:59 of the 30th
    await sign(worker, 'session.signed-in', '2026-09-30T15:00:00Z') // October
    await sign(worker, 'session.refused', '2026-10-05T01:00:00Z')
    await sign(foreign, 'session.signed-in', '2026-10-05T01:00:00Z')
    for (const day of ['2026-09-30', '2026-10-01', '2026-10-31', '2026-11-01'])
      await client.query(
        `insert into platform.journal (insurer_id, day, centre_id, staff_id, kind, unit, count, source_type, source_id)
         values ($1, $2, $3, $4, 'consultation', '件', 1, 'consultation', $5)`,
        [insurer.id, day, insurer.centres.a, worker.staffId, randomUUID()],
      )
  })
  const usage = await usageOf(workOf(database, administrator), { from: '2026-09', to: '2026-10' })
  const of = (month: string, centreId: string | null) =>
    usage.rows.find((row) => row.month === month && row.centreId === centreId)
  expect(of('2026-09', insurer.centres.a)).toMatchObject({
    staffCount: 1,
    recordCount: 1,
    signInCount: 1,
    refusedCount: 0,
  })
  expect(of('2026-10', insurer.centres.a)).toMatchObject({ recordCount: 2, signInCount: 1, refusedCount: 1 })
  expect(of('2026-10', insurer.centres.b)).toMatchObject({ staffCount: 0, recordCount: 0, signInCount: 0 })
  expect(of('2026-10', null)).toMatchObject({ staffCount: 1 }) // the administrator
  expect(usage.rows).toHaveLength(2 * 5)
  expect(usage.databaseBytes).toBeGreaterThan(1_000_000)
  expect(JSON.stringify(usage)).not.toContain('試験 職員')
})

it('管理者でない職の接続からは数えられず、逆さまの期間は断る', async () => {
  const insurer = await anInsurer(database)
  const officer = workOf(database, await anActor(database, insurer, 'officer'))
  await expect(usageOf(officer, { from: '2026-09', to: '2026-10' })).rejects.toMatchObject({ code: '42501' })
  const work = workOf(database, await anActor(database, insurer, 'administrator'))
  await expect(usageOf(work, { from: '2026-10', to: '2026-09' })).rejects.toMatchObject({
    errors: [{ code: 'order' }],
  })
  await expect(usageOf(work, { from: '2024-10', to: '2026-10' })).rejects.toMatchObject({
    errors: [{ code: 'too-long' }],
  })
})
