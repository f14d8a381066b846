import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../access/index.ts'
import { type TestDatabase, testDatabase } from '../database/testing/database.ts'
import { anActor, anInsurer, aPerson, type TestInsurer, workOf } from '../testing/insurer.ts'
import { addTask, stateTaskKinds, stateTaskWeights } from './index.ts'
import { routes } from './routes.ts'
import { anApi, type Call } from './testing/api.ts'

let database: TestDatabase
let insurer: TestInsurer
let call: Call
let manager: Actor
let worker: Actor
let stranger: Actor
let personId: string

beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  call = anApi(database, [routes])
  manager = await anActor(database, insurer, 'centreManager', 'a')
  worker = await anActor(database, insurer, 'centreStaff', 'a')
  stranger = await anActor(database, insurer, 'centreStaff', 'b')
  personId = await aPerson(database, insurer, insurer.centres.a)
  stateTaskKinds({ 'load-visit': '訪問の試験', 'load-call': '電話の試験' })
  stateTaskWeights({ 'load-visit': 3 })
  await aTask(worker, 'load-visit', '2026-11-20')
  await aTask(worker, 'load-visit', '2026-11-22')
  await aTask(worker, 'load-call', '2026-11-22')
  await aTask(worker, 'load-call', '2026-12-05')
  await aTask(worker, 'load-call', '2026-12-06') // the fifteenth day
  await aTask(worker, 'load-call', '2026-11-20', 'waiting') // late, but somebody else's turn
  await aTask(worker, 'load-call', '2026-11-22', 'open', null) // noted for oneself, about nobody
  await aTask(stranger, 'load-visit', '2026-11-22', 'open', null)
})

async function aTask(
  holder: Actor,
  kind: string,
  dueOn: string,
  state: 'open' | 'waiting' = 'open',
  person: string | null = personId,
): Promise<void> {
  const work = workOf(database, holder)
  await work.write((tx) =>
    addTask(tx, work, {
      personId: person,
      centreId: person === null ? holder.centreId : insurer.centres.a,
      holderId: holder.staffId,
      kind,
      title: `${kind} の予定`,
      dueOn,
      state,
      source: { type: 'test', id: randomUUID() },
    }),
  )
}

describe('14日間の件数', () => {
  it('自分の帯: 日ごとの件数・種類・重さと、期限切れの山', async () => {
    const { body } = await call(worker, 'GET', '/api/today')
    expect(body.strip).toHaveLength(14)
    expect(body.strip[0]).toEqual({
      day: '2026-11-22',
      count: 3,
      weight: 5,
      kinds: [
        { kind: 'load-call', label: '電話の試験', count: 2 },
        { kind: 'load-visit', label: '訪問の試験', count: 1 },
      ],
    })
    expect(body.strip[13]).toMatchObject({ day: '2026-12-05', count: 1, weight: 1 })
    expect(body.overdue).toMatchObject({ count: 1, weight: 3 })
  })

  it('「これから」を一日にしぼれる', async () => {
    const { body } = await call(worker, 'GET', '/api/today?tab=ahead&day=2026-12-05')
    expect(body.rows.map((row: { dueOn: string }) => row.dueOn)).toEqual(['2026-12-05'])
  })

  it('センター長の表は、自分のセンターの職員だけを、開ける予定だけで数える', async () => {
    const { status, body } = await call(manager, 'GET', '/api/tasks/load')
    expect(status).toBe(200)
    expect(body.days).toHaveLength(14)
    expect(body.rows.map((row: { staff: { id: string } }) => row.staff.id).sort()).toEqual(
      [manager.staffId, worker.staffId].sort(),
    )
    const row = body.rows.find((one: { staff: { id: string } }) => one.staff.id === worker.staffId)
    expect(row.overdue.count).toBe(1)
    expect(row.days[0].count).toBe(3)
    expect(row.total).toBe(5)
  })

  it('数字は、同じ件数の予定に開く', async () => {
    const cell = async (day: string) =>
      (await call(manager, 'GET', `/api/tasks/load/${worker.staffId}?day=${day}`)).body.rows
    expect(await cell('2026-11-22')).toHaveLength(3)
    expect(await cell('overdue')).toHaveLength(1)
    expect((await call(manager, 'GET', `/api/tasks/load/${stranger.staffId}?day=2026-11-22`)).status).toBe(
      404,
    )
    expect((await call(worker, 'GET', '/api/tasks/load')).status).toBe(403)
  })

  it('センター長は、理由を添えて別の日に移せる', async () => {
    const [task] = (await call(manager, 'GET', `/api/tasks/load/${worker.staffId}?day=2026-12-05`)).body.rows
    const moved = await call(manager, 'POST', `/api/tasks/${task.id}/postpone`, {
      version: task.version,
      to: '2026-12-01',
      reason: '5日は研修のため',
    })
    expect(moved.body).toMatchObject({ dueOn: '2026-12-01', postponedFrom: '2026-12-05' })
    const { body } = await call(manager, 'GET', '/api/tasks/load')
    const row = body.rows.find((one: { staff: { id: string } }) => one.staff.id === worker.staffId)
    expect([row.days[9].count, row.days[13].count]).toEqual([1, 0])
  })
})
