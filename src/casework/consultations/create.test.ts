import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { routes as journalRoutes } from '../../platform/journal/routes.ts'
import { routes as taskRoutes } from '../../platform/tasks/routes.ts'
import { anApi, type Call } from '../../platform/tasks/testing/api.ts'
import {
  anActor,
  anInsurer,
  aPerson,
  asOwner,
  TEST_TODAY,
  type TestInsurer,
  workOf,
} from '../../platform/testing/insurer.ts'
import { createConsultation } from './create.ts'
import { aConsultation } from './factory.ts'
import { consequencesOf } from './made.ts'
import { routes } from './routes.ts'
import { continuityOf } from './rules/continuity.ts'
import { NewConsultation } from './schema.ts'
import { storeStatement } from './store.ts'

let database: TestDatabase
let insurer: TestInsurer
let call: Call
let worker: Actor
let personId: string

beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  call = anApi(database, [routes, taskRoutes, journalRoutes])
  worker = await anActor(database, insurer, 'centreStaff', 'a')
  personId = await aPerson(database, insurer, insurer.centres.a)
})

const create = (actor: Actor | null, body: unknown) => call(actor, 'POST', '/api/consultations', body)
const read = async (id: string) => (await call(worker, 'GET', `/api/consultations/${id}`)).body
const rowsOf = (table: string, column: string, id: string) =>
  asOwner(database, async (client) =>
    Number((await client.query(`select count(*) from ${table} where ${column} = $1`, [id])).rows[0].count),
  )

describe('相談を記録する', () => {
  it('サインインしていない人、職の権限にない人は記録できない', async () => {
    const body = aConsultation({ personId })
    expect((await create(null, body)).status).toBe(401)
    for (const role of ['coordinator', 'contractedCareManager', 'auditor', 'certificationOfficer'] as const) {
      expect([role, (await create(await anActor(database, insurer, role), body)).status]).toEqual([role, 403])
    }
    for (const role of ['clerk', 'centreManager', 'officer', 'districtNurse'] as const) {
      const actor = await anActor(database, insurer, role, 'a')
      expect([role, (await create(actor, aConsultation({ personId }))).status]).toEqual([role, 200])
    }
  })

  it('記録・業務記録・次の予定・紹介を一度に作り、何ができたかを答える', async () => {
    const body = aConsultation({
      personId,
      nextAction: '訪問して様子を見る',
      dueOn: '2026-11-25',
      referrals: [{ toKind: 'hospital', toName: '試験病院', consent: true }],
    })
    const made = await create(worker, body)
    expect(made).toEqual({
      status: 200,
      body: {
        id: body.id,
        version: 1,
        made: [
          { kind: 'journal', label: '業務記録 1件（電話・12分）' },
          { kind: 'task', label: '訪問して様子を見る', dueOn: '2026-11-25' },
          { kind: 'referral', label: '試験病院への紹介' },
          { kind: 'task', label: '試験病院からの回答', dueOn: '2026-12-06' }, // 22 November and 14 days
        ],
      },
    })
    const stored = await read(body.id)
    expect(stored).toMatchObject({
      person: { id: personId },
      centre: { id: insurer.centres.a },
      recordedCentre: { id: insurer.centres.a },
      staff: { id: worker.staffId },
      receivedOn: TEST_TODAY,
      receivedAt: '2026-11-22T00:30:00Z',
      minutes: 12,
      referrals: [{ toName: '試験病院', replyDueOn: '2026-12-06', receivedAt: null }],
      tasks: [
        { title: '訪問して様子を見る', state: 'open' },
        { title: '試験病院からの回答', state: 'waiting' },
      ],
      abuseCaseId: null,
    })
    const journal = (await call(worker, 'GET', '/api/journal')).body
    expect(journal.rows).toContainEqual(
      expect.objectContaining({
        sourceId: body.id,
        minutes: 12,
        unit: '件',
        count: 1,
        kindLabel: '総合相談',
      }),
    )
  })

  it('答えが届かず二度送っても一度だけ残り、同じ答えになる', async () => {
    const body = aConsultation({ personId, dueOn: '2026-11-25', topics: ['abuse'] })
    const [first, second] = await Promise.all([create(worker, body), create(worker, body)])
    expect(first.status).toBe(200)
    expect(second).toEqual(first)
    expect(await rowsOf('casework.consultation', 'id', body.id)).toBe(1)
    expect(await rowsOf('platform.journal', 'source_id', body.id)).toBe(1)
    expect(await rowsOf('platform.task', 'source_id', body.id)).toBe(2)
    expect(await rowsOf('casework.abuse_case', 'consultation_id', body.id)).toBe(1)
  })

  it('同じ番号で別の内容、別の人からのものは断る', async () => {
    const body = aConsultation({ personId })
    await create(worker, body)
    const other = await create(worker, { ...body, text: '別の相談' })
    expect(other).toMatchObject({ status: 409, body: { code: 'id-taken' } })
    const colleague = await anActor(database, insurer, 'centreStaff', 'a')
    expect((await create(colleague, body)).status).toBe(409)
  })

  it('見られない方と、いない方は同じ答えで、何も残らない', async () => {
    const foreign = await aPerson(database, insurer, insurer.centres.b)
    const elsewhere = await anInsurer(database)
    const abroad = await aPerson(database, elsewhere, elsewhere.centres.a)
    const bodies = []
    for (const id of [foreign, abroad, randomUUID()]) {
      const body = aConsultation({ personId: id, topics: ['abuse'] })
      const refused = await create(worker, body)
      expect(refused.status).toBe(404)
      bodies.push({ ...refused.body, requestId: '' })
      expect(await rowsOf('casework.consultation', 'id', body.id)).toBe(0)
      expect(await rowsOf('platform.task', 'source_id', body.id)).toBe(0)
    }
    expect(bodies[0]).toEqual(bodies[1])
    expect(bodies[1]).toEqual(bodies[2])
  })

  it('断った記録は監査に一行だけ、断られたこととして残る', async () => {
    const body = aConsultation({ personId: randomUUID() })
    await create(worker, body)
    const outcomes = await asOwner(database, async (client) => {
      const { rows } = await client.query('select outcome from audit.line where record_id = $1', [body.id])
      return rows
    })
    expect(outcomes).toEqual([{ outcome: 'refused' }])
  })

  it('センターは利用者の担当から取り、ブラウザの言うことは聞かない', async () => {
    const officer = await anActor(database, insurer, 'officer')
    const body = { ...aConsultation({ personId }), centreId: insurer.centres.b, staffId: randomUUID() }
    expect((await create(officer, body)).status).toBe(200)
    expect(await read(body.id)).toMatchObject({
      centre: { id: insurer.centres.a },
      recordedCentre: null,
      staff: { id: officer.staffId },
    })
  })
})

describe('氏名不明の方', () => {
  it('年齢層・性別だけで残せる', async () => {
    const body = aConsultation({ unnamed: { ageBand: '75-84', sex: 'female' } })
    expect((await create(worker, body)).status).toBe(200)
    expect(await read(body.id)).toMatchObject({
      person: null,
      unnamed: { ageBand: '75-84', sex: 'female', areaId: null },
      centre: { id: insurer.centres.a },
    })
  })

  it.each([
    { id: 'どちらもない', more: {} },
    { id: '両方ある', more: { unnamed: { ageBand: '75-84' as const, sex: 'female' as const }, both: true } },
  ])('利用者か氏名不明か: $id', async ({ more }) => {
    const { both, ...rest } = more as { both?: boolean }
    const refused = await create(worker, aConsultation({ ...rest, ...(both ? { personId } : {}) }))
    expect(refused.status).toBe(422)
    expect(refused.body.errors).toMatchObject([{ path: 'personId', code: 'person-or-unnamed' }])
  })
})

describe('CON-04 虐待の疑い', () => {
  it('同じ保存の中で虐待対応を開き、今日の予定を作る', async () => {
    const body = aConsultation({ personId, topics: ['dementia', 'abuse'] })
    const { made } = (await create(worker, body)).body
    expect(made.slice(1)).toEqual([
      { kind: 'abuse-case', label: '虐待対応を開始しました' },
      { kind: 'task', label: '虐待の疑い: 事実確認と初動の協議', dueOn: TEST_TODAY },
    ])
    const stored = await read(body.id)
    expect(stored.abuseCaseId).toEqual(expect.any(String))
    expect(stored.tasks).toMatchObject([{ kind: 'abuse-first-response', dueOn: TEST_TODAY, state: 'open' }])
  })
})

describe('CON-05 緊急', () => {
  const emergency = { urgency: 'emergency' as const, respondedAt: '2026-11-22T09:40:00+09:00' }
  it.each([
    { id: '対応者なし', more: { respondedAt: emergency.respondedAt }, path: 'responderId' },
    { id: '対応時刻なし', more: { responderId: randomUUID() }, path: 'respondedAt' },
    {
      id: '受付より前の対応',
      more: { responderId: randomUUID(), respondedAt: '2026-11-22T09:29:59+09:00' },
      path: 'respondedAt',
    },
  ])('$id は断る', async ({ more, path }) => {
    const refused = await create(worker, aConsultation({ personId, urgency: 'emergency', ...more }))
    expect(refused.status).toBe(422)
    expect(refused.body.errors.map((error: { path: string }) => error.path)).toEqual([path])
  })

  it('対応者と対応時刻があれば残る。いない職員は断る', async () => {
    const body = aConsultation({ personId, ...emergency, responderId: worker.staffId })
    expect((await create(worker, body)).status).toBe(200)
    expect(await read(body.id)).toMatchObject({ responder: { id: worker.staffId } })
    const absent = aConsultation({ personId, ...emergency, responderId: randomUUID() })
    expect((await create(worker, absent)).status).toBe(404)
  })
})

describe('入力の確かめ', () => {
  it.each([
    ['channel', { channel: 'fax' }],
    ['topics.0', { topics: ['weather'] }],
    ['text', { text: '  ' }],
    ['minutes', { minutes: -1 }],
    ['minutes', { minutes: 1441 }],
    ['minutes', { minutes: 1.5 }],
    ['receivedAt', { receivedAt: '2026-11-22T10:05:01+09:00' }], // five minutes and a second ahead
    ['receivedAt', { receivedAt: '2000-03-31T23:59:00+09:00' }],
    ['receivedAt', { receivedAt: '0001-01-01T00:00:00Z' }],
    ['endedAt', { endedAt: '2026-11-22T09:29:00+09:00' }],
    ['dueOn', { nextAction: '電話する' }],
    ['dueOn', { dueOn: '2026-11-21' }],
    ['consentReason', { consent: 'emergency' }],
    ['id', { id: 'x' }],
  ])('%s', async (path, more) => {
    const refused = await create(worker, { ...aConsultation({ personId }), ...more })
    expect(refused.status).toBe(422)
    expect(refused.body.errors.map((error: { path: string }) => error.path)).toEqual([path])
    expect(refused.body.errors[0].message).toMatch(/[ぁ-ん]/)
  })

  it('0分は残り、書かなければ空のまま（CON-03）', async () => {
    const [zero, none] = [aConsultation({ personId, minutes: 0 }), aConsultation({ personId, minutes: null })]
    await create(worker, zero)
    await create(worker, none)
    expect((await read(zero.id)).minutes).toBe(0)
    expect((await read(none.id)).minutes).toBeNull()
  })

  // 123456789018: the textbook pattern, nobody's number
  it.each([
    ['text', { text: '番号は1234-5678-9018' }],
    ['answer', { answer: '１２３４５６７８９０１８' }],
    ['callerName', { callerName: '123456789018' }],
    ['callerPhone', { callerPhone: '123456789018' }],
    ['nextAction', { nextAction: '123456789018', dueOn: '2026-11-25' }],
    [
      'referrals.0.content',
      { referrals: [{ toKind: 'hospital', toName: '試験病院', content: '123456789018' }] },
    ],
  ])('個人番号は残さない: %s', async (path, more) => {
    const body = { ...aConsultation({ personId }), ...more }
    const refused = await create(worker, body)
    expect(refused.status).toBe(422)
    expect(refused.body.errors).toMatchObject([{ path, code: 'individual-number' }])
    expect(JSON.stringify(refused.body)).not.toContain('9018')
    expect((await create(worker, { ...body, notAnIndividualNumber: true })).status).toBe(200)
  })
})

describe('新規・継続・再開をデータベースも同じ答えで決める', () => {
  it.each([
    { on: null, isClosed: false },
    { on: '2024-11-22', isClosed: false },
    { on: '2024-11-21', isClosed: false },
    { on: '2026-11-21', isClosed: true },
    { on: '2024-11-21', isClosed: true },
  ])('前回 $on 終結 $isClosed', async ({ on, isClosed }) => {
    const someone = await aPerson(database, insurer, insurer.centres.a)
    if (on) {
      await create(
        worker,
        aConsultation({
          personId: someone,
          receivedAt: `${on}T10:00:00+09:00`,
          responses: isClosed ? ['closed'] : ['advice'],
        }),
      )
    }
    const body = aConsultation({ personId: someone })
    await create(worker, body)
    const expected = continuityOf(on ? { receivedOn: on, isClosed } : null, TEST_TODAY)
    expect((await read(body.id)).continuity).toBe(expected)
    const chosen = aConsultation({ personId: someone, continuity: 'new' })
    await create(worker, chosen)
    expect((await read(chosen.id)).continuity).toBe('new')
  })
})

/** Stops what a connection is doing, as a time-out or an operator would. */
async function cancel(pid: number): Promise<void> {
  const client = new pg.Client(database.client('superuser'))
  await client.connect()
  await client.query('select pg_cancel_backend($1)', [pid])
  await client.end()
}

describe('全部か、何もないか', () => {
  it('途中で止められれば何も残らない', async () => {
    const body = NewConsultation.parse(aConsultation({ personId, dueOn: '2026-11-25', topics: ['abuse'] }))
    const work = workOf(database, worker)
    const timed = { ...body, receivedAt: body.receivedAt!, receivedOn: TEST_TODAY }
    const statement = storeStatement(work, timed, consequencesOf(timed, worker, TEST_TODAY))
    await expect(
      work.write(async (tx) => {
        const [{ stored } = { stored: 0 }] = await tx.query<{ stored: number }>(
          statement.text,
          statement.values,
        )
        expect(stored).toBe(1)
        const [backend] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid')
        const sleeping = tx.query('select pg_sleep(10)')
        await Promise.all([sleeping, cancel(backend!.pid)])
      }),
    ).rejects.toMatchObject({ code: '57014' })
    expect(await rowsOf('casework.consultation', 'id', body.id)).toBe(0)
    expect(await rowsOf('platform.journal', 'source_id', body.id)).toBe(0)
    expect(await rowsOf('platform.task', 'source_id', body.id)).toBe(0)
    expect(await rowsOf('casework.abuse_case', 'consultation_id', body.id)).toBe(0)
    // and the next request works
    expect((await createConsultation(workOf(database, worker), body)).version).toBe(1)
  })
})
