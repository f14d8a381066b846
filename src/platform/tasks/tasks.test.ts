import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../access/index.ts'
import { type TestDatabase, testDatabase } from '../database/testing/database.ts'
import { routes as noticeRoutes } from '../notices/routes.ts'
import {
  anActor,
  anInsurer,
  aPerson,
  asOwner,
  TEST_TODAY,
  type TestInsurer,
  workOf,
} from '../testing/insurer.ts'
import { addTask, stateTaskKinds } from './index.ts'
import { routes } from './routes.ts'
import { anApi, type Call } from './testing/api.ts'

let database: TestDatabase
let insurer: TestInsurer
let call: Call
let worker: Actor
let colleague: Actor
let stranger: Actor
let personId: string

beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  call = anApi(database, [routes, noticeRoutes])
  worker = await anActor(database, insurer, 'centreStaff', 'a')
  colleague = await anActor(database, insurer, 'centreStaff', 'a')
  stranger = await anActor(database, insurer, 'centreStaff', 'b')
  personId = await aPerson(database, insurer, insurer.centres.a)
  stateTaskKinds({ 'test-kind': '試験の予定' })
})

async function aTask(
  holder: Actor,
  dueOn: string,
  more: { state?: 'open' | 'waiting'; by?: Actor; person?: string | null } = {},
): Promise<string> {
  const work = workOf(database, more.by ?? holder)
  return work.write((tx) =>
    addTask(tx, work, {
      personId: more.person === undefined ? personId : more.person,
      centreId: holder.centreId,
      holderId: holder.staffId,
      kind: 'test-kind',
      title: '訪問する',
      dueOn,
      state: more.state,
      source: { type: 'test', id: randomUUID() },
    }),
  )
}

const today = async (actor: Actor, query = '') => (await call(actor, 'GET', `/api/today${query}`)).body
const post = (actor: Actor, id: string, what: string, body: unknown) =>
  call(actor, 'POST', `/api/tasks/${id}/${what}`, body)

describe('きょう', () => {
  it('期限の前日・当日・翌日を分け、14日間の件数を数える', async () => {
    const me = await anActor(database, insurer, 'centreStaff', 'a')
    await aTask(me, '2026-11-21')
    const due = await aTask(me, TEST_TODAY)
    await aTask(me, '2026-11-23')
    await aTask(me, '2026-12-05')
    await aTask(me, '2026-12-06')
    await aTask(me, '2026-11-20', { state: 'waiting' })
    const answer = await today(me)
    expect(answer.counts).toEqual({ new: 0, due: 1, overdue: 1, waiting: 1, ahead: 3 })
    expect(answer.rows).toMatchObject([
      {
        id: due,
        person: { id: personId, name: '試験 花子' },
        kindLabel: '試験の予定',
        dueOn: TEST_TODAY,
        daysLeft: 0,
      },
    ])
    expect(answer.strip).toHaveLength(14)
    expect(answer.strip[0]).toMatchObject({ day: TEST_TODAY, count: 1 })
    expect(answer.strip[1]).toMatchObject({ day: '2026-11-23', count: 1 })
    expect(answer.strip[13]).toMatchObject({ day: '2026-12-05', count: 1 })
    expect((await today(me, '?tab=overdue')).rows).toMatchObject([{ daysLeft: -1 }])
    expect((await today(me, '?tab=waiting')).rows).toMatchObject([{ daysLeft: -2, state: 'waiting' }])
    expect((await today(me, '?tab=ahead')).rows).toHaveLength(3)
  })

  it('続きのページは重ならず、欠けない', async () => {
    const me = await anActor(database, insurer, 'centreStaff', 'a')
    const ids = await Promise.all([1, 2, 3, 4, 5].map(() => aTask(me, '2026-11-01')))
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await today(me, `?tab=overdue&limit=2${cursor ? `&cursor=${cursor}` : ''}`)
      seen.push(...page.rows.map((row: { id: string }) => row.id))
      cursor = page.nextCursor
    }
    expect(seen).toHaveLength(5)
    expect(new Set(seen)).toEqual(new Set(ids))
    expect((await call(me, 'GET', '/api/today?cursor=xx')).status).toBe(422)
  })

  it('ベルは新規と期限切れを数え、両方に当たる予定は一度だけ数える', async () => {
    const me = await anActor(database, insurer, 'centreStaff', 'a')
    await aTask(me, '2026-11-01')
    await aTask(me, '2026-11-01', { by: colleague })
    expect((await call(me, 'GET', '/api/notices')).body).toMatchObject({ new: 1, overdue: 2, total: 2 })
  })
})

describe('完了・延期・元に戻す', () => {
  it('完了し、15分以内は元に戻せる', async () => {
    const id = await aTask(worker, TEST_TODAY)
    const done = await post(worker, id, 'done', { version: 1, note: '訪問した' })
    expect(done).toMatchObject({ status: 200, body: { state: 'done', version: 2 } })
    expect(await post(worker, id, 'undo', { version: 2 })).toMatchObject({
      status: 200,
      body: { state: 'open', version: 3, dueOn: TEST_TODAY },
    })
    // there is nothing more to take back
    expect(await post(worker, id, 'undo', { version: 3 })).toMatchObject({
      status: 409,
      body: { code: 'nothing-to-undo' },
    })
  })

  it.each([
    { minutes: 14, status: 200 },
    { minutes: 16, status: 409 },
  ])('$minutes 分前の完了を元に戻す: $status', async ({ minutes, status }) => {
    const id = await aTask(worker, TEST_TODAY)
    await post(worker, id, 'done', { version: 1 })
    await asOwner(database, (client) =>
      client.query(
        `with kept as (delete from platform.history where row_id = $1 and version = 1 returning *)
         insert into platform.history
         select insurer_id, id, table_name, row_id, version, person_id, centre_id, operation, row, changed_by,
           now() - make_interval(mins => $2) from kept`,
        [id, minutes],
      ),
    )
    expect((await post(worker, id, 'undo', { version: 2 })).status).toBe(status)
  })

  it('延期には理由と今日以後の日が要る。元の期限が残る', async () => {
    const id = await aTask(worker, '2026-11-20')
    for (const [to, path] of [
      ['2026-11-21', 'to'],
      ['2026-11-20', 'to'],
    ]) {
      const refused = await post(worker, id, 'postpone', { version: 1, to, reason: '不在' })
      expect(refused.status).toBe(422)
      expect(refused.body.errors[0].path).toBe(path)
    }
    expect(
      (await post(worker, id, 'postpone', { version: 1, to: TEST_TODAY, reason: ' ' })).body.errors[0].path,
    ).toBe('reason')
    const moved = await post(worker, id, 'postpone', { version: 1, to: TEST_TODAY, reason: '不在' })
    expect(moved.body).toMatchObject({
      dueOn: TEST_TODAY,
      postponedFrom: '2026-11-20',
      postponedReason: '不在',
    })
    expect((await post(worker, id, 'undo', { version: 2 })).body).toMatchObject({
      dueOn: '2026-11-20',
      postponedFrom: null,
    })
  })

  it('先に変わっていれば 409 と今の内容', async () => {
    const id = await aTask(worker, TEST_TODAY)
    await post(worker, id, 'done', { version: 1 })
    const late = await post(worker, id, 'postpone', { version: 1, to: '2026-12-01', reason: '不在' })
    expect(late).toMatchObject({
      status: 409,
      body: { code: 'conflict', stored: { state: 'done', version: 2 } },
    })
  })

  it('ほかの人の完了は元に戻せない', async () => {
    const id = await aTask(worker, TEST_TODAY)
    await post(worker, id, 'done', { version: 1 })
    expect((await post(colleague, id, 'undo', { version: 2 })).status).toBe(409)
  })

  it('ほかのセンターの予定は、ない予定と同じ答え', async () => {
    const id = await aTask(worker, TEST_TODAY)
    const absent = await post(stranger, randomUUID(), 'done', { version: 1 })
    const foreign = await post(stranger, id, 'done', { version: 1 })
    expect(foreign.status).toBe(404)
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...absent.body, requestId: '' })
  })
})

describe('引き継ぎと受領', () => {
  it('受領までは渡した人の回答待ち、受け取る人の新規担当にある', async () => {
    const [giver, taker] = [
      await anActor(database, insurer, 'centreStaff', 'a'),
      await anActor(database, insurer, 'centreStaff', 'a'),
    ]
    const id = await aTask(giver, TEST_TODAY)
    const handed = await post(giver, id, 'hand-over', {
      version: 1,
      toStaffId: taker.staffId,
      reason: '地区が変わるため',
    })
    expect(handed).toMatchObject({
      status: 200,
      body: { isNew: true, receivedAt: null, handedReason: '地区が変わるため' },
    })
    expect((await today(giver)).counts).toEqual({ new: 0, due: 0, overdue: 0, waiting: 1, ahead: 0 })
    expect((await today(giver, '?tab=waiting')).rows).toMatchObject([{ id, holder: { id: taker.staffId } }])
    expect((await today(taker, '?tab=new')).rows).toMatchObject([{ id, handedByName: '試験 職員' }])
    // only the new holder confirms
    expect((await post(giver, id, 'receive', { version: 2 })).status).toBe(404)
    expect((await post(taker, id, 'receive', { version: 2 })).body).toMatchObject({
      isNew: false,
      receivedAt: expect.any(String),
    })
    expect((await today(giver)).counts.waiting).toBe(0)
    expect((await today(taker)).counts).toMatchObject({ new: 0, due: 1 })
  })

  it('この方の記録を見られない職員には引き継げない', async () => {
    const id = await aTask(worker, TEST_TODAY)
    const body = { version: 1, toStaffId: stranger.staffId, reason: '手伝い' }
    const refused = await post(worker, id, 'hand-over', body)
    expect(refused.status).toBe(422)
    expect(refused.body.errors[0].code).toBe('receiver')
    expect((await post(worker, id, 'hand-over', { ...body, toStaffId: randomUUID() })).status).toBe(422)
    const officer = await anActor(database, insurer, 'officer')
    expect((await post(worker, id, 'hand-over', { ...body, toStaffId: officer.staffId })).status).toBe(200)
  })

  it('引き継ぎ先は同じセンターの職員だけが出る', async () => {
    const other = await anActor(database, insurer, 'centreStaff', 'core')
    const near = await anActor(database, insurer, 'centreStaff', 'core')
    const { rows } = (await call(other, 'GET', '/api/staff/colleagues')).body
    expect(rows).toEqual([{ id: near.staffId, name: '試験 職員' }])
  })
})

describe('自分の予定', () => {
  it('利用者なしでも作れ、委託先やコーディネーターも使える', async () => {
    for (const role of ['centreStaff', 'contractedCareManager', 'coordinator'] as const) {
      const me = await anActor(database, insurer, role)
      const made = await call(me, 'POST', '/api/tasks', { title: '書類の整理', dueOn: TEST_TODAY })
      expect(made).toMatchObject({ status: 200, body: { title: '書類の整理', person: null } })
      expect((await today(me)).counts.due).toBe(1)
      expect((await post(me, made.body.id, 'done', { version: 1 })).status).toBe(200)
      expect((await post(me, made.body.id, 'undo', { version: 2 })).status).toBe(200)
    }
  })

  it('同じ番号で二度送っても一つ', async () => {
    const me = await anActor(database, insurer, 'centreStaff', 'a')
    const body = { id: randomUUID(), title: '電話', dueOn: TEST_TODAY, personId }
    await call(me, 'POST', '/api/tasks', body)
    expect((await call(me, 'POST', '/api/tasks', body)).status).toBe(200)
    expect((await today(me)).counts.due).toBe(1)
  })

  it('見られない方の予定は作れない。過ぎた日も選べない', async () => {
    const body = { title: '電話', dueOn: TEST_TODAY, personId }
    expect((await call(stranger, 'POST', '/api/tasks', body)).status).toBe(404)
    expect((await call(worker, 'POST', '/api/tasks', { ...body, dueOn: '2026-11-21' })).status).toBe(422)
  })

  it('サインインしていない人、職の権限にない人', async () => {
    expect((await call(null, 'GET', '/api/today')).status).toBe(401)
    const auditor = await anActor(database, insurer, 'auditor')
    expect((await call(auditor, 'GET', '/api/today')).status).toBe(403)
  })
})
