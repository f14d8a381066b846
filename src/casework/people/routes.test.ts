import { OpenAPIHono } from '@hono/zod-openapi'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Actor, mayRole } from '../../platform/access/index.ts'
import { insertLines } from '../../platform/audit/line.ts'
import { fixedClock } from '../../platform/clock.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { Problem } from '../../platform/errors/index.ts'
import type { Env } from '../../platform/http/index.ts'
import { answerProblem } from '../../platform/http/problem.ts'
import {
  anActor,
  anInsurer,
  asOwner,
  engineOf,
  TEST_NOW,
  type TestInsurer,
} from '../../platform/testing/insurer.ts'
import { storePerson } from './factory.ts'
import { routes } from './routes.ts'

let database: TestDatabase
let insurer: TestInsurer
let worker: Actor
let auditor: Actor
let theirs: string
let mine: string

beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  worker = await anActor(database, insurer, 'clerk', 'a')
  auditor = await anActor(database, insurer, 'auditor')
  await asOwner(database, async (client) => {
    mine = await storePerson(client, insurer.id, { centreId: insurer.centres.a })
    theirs = await storePerson(client, insurer.id, { centreId: insurer.centres.b })
  })
})

/** The area's routes behind a session; what stands around them in the whole app is tested there. */
function appFor(actor: Actor | null) {
  const engine = engineOf(database)
  const app = new OpenAPIHono<Env>()
  app.onError((error, c) => {
    if (error instanceof Problem) return answerProblem(c, error)
    throw error
  })
  app.use(async (c, next) => {
    c.set('requestId', crypto.randomUUID())
    c.set('actor', actor)
    c.set('restricted', null)
    c.set('tools', {
      engine,
      clock: fixedClock(TEST_NOW),
      jobs: null as never, // no route of this area starts a job
      readQueue: {
        add: async (line) => {
          const { text, values } = insertLines([line])
          await engine.plain(text, values)
        },
      },
    })
    await next()
  })
  return app.route('/', routes)
}

const ask = async (actor: Actor | null, method: string, path: string, body?: object) => {
  const answer = await appFor(actor).request(path, {
    method,
    ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
  })
  const { requestId: _, ...rest } = (await answer.json()) as Record<string, unknown>
  return { status: answer.status, body: rest }
}

describe('利用者の窓口', () => {
  const paths: [string, string, object?][] = [
    ['post', '/api/people/search', { text: 'シケン' }],
    ['post', '/api/people/duplicates', {}],
    ['post', '/api/people/inquiry', { kana: 'シケンハナコ', birthOn: '1940-03-04' }],
    ['get', '/api/people'],
    ['get', '/api/people/00000000-0000-4000-8000-000000000000/sheet'],
    ['get', '/api/people/00000000-0000-4000-8000-000000000000/history'],
  ]

  it.each(paths)('サインインしていなければ401: %s %s', async (method, path, body) =>
    expect((await ask(null, method, path, body)).status).toBe(401),
  )

  it.each(paths)('権限のない職は403: %s %s', async (method, path, body) =>
    expect((await ask(auditor, method, path, body)).status).toBe(403),
  )

  it('見られない人といない人は、同じ本文の404', async () => {
    const absent = await ask(worker, 'get', '/api/people/00000000-0000-4000-8000-000000000000/sheet')
    expect(absent.status).toBe(404)
    expect(await ask(worker, 'get', `/api/people/${theirs}/sheet`)).toEqual(absent)
    expect((await ask(worker, 'get', `/api/people/${mine}/sheet`)).status).toBe(200)
  })

  it.each([
    ['/api/people/search', { text: ' ' }, 'text', '検索する言葉を入力してください。'],
    ['/api/people/search', { text: 'ア', limit: 51 }, 'limit', '一度に出せるのは50件までです。'],
    [
      '/api/people',
      { name: '試験', kana: '漢字', sex: 'male' },
      'kana',
      'フリガナはカタカナで入力してください。姓と名の間は空白で区切ります。',
    ],
    [
      '/api/people',
      { name: '試験', kana: 'シケン', sex: 'male', insuredNumber: '123' },
      'insuredNumber',
      '被保険者番号は10けたです。先頭の0も入力してください。',
    ],
    [
      '/api/people/inquiry',
      { birthOn: '1940-03-04' },
      'kana',
      '氏名かフリガナのどちらかを、姓名とも入力してください。',
    ],
  ])('%s の入力の誤りは、どこを、どう直すか言う: %s', async (path, body, field, message) => {
    const { status, body: problem } = await ask(worker, 'post', path, body)
    expect(status).toBe(422)
    expect(problem.errors).toEqual([{ path: field, code: expect.any(String), message }])
  })

  it('登録し、一覧に出し、閲覧した人を監査に残す', async () => {
    const stored = await ask(worker, 'post', '/api/people', {
      name: '窓口 一',
      kana: 'マドグチ ハジメ',
      sex: 'unknown',
    })
    expect(stored.status).toBe(201)
    const listed = await ask(worker, 'get', '/api/people?limit=10')
    const items = listed.body.items as { id: string }[]
    expect(items.map((item) => item.id)).toContain(stored.body.id)
    const lines = await asOwner(database, (client) =>
      client.query<{ action: string; people: string[] }>(
        'select action, person_ids as people from audit.line where staff_id = $1',
        [worker.staffId],
      ),
    )
    const people = (action: string) =>
      lines.rows.filter((row) => row.action === action).flatMap((row) => row.people)
    expect(people('person.registered')).toEqual([stored.body.id])
    expect(people('person.listed')).toEqual(expect.arrayContaining(items.map((item) => item.id)))
    expect(people('person.viewed')).toEqual([mine])
  })

  it.each([
    ['clerk', 'person.register', true],
    ['clerk', 'person.history', false],
    ['clerk', 'person.transfer', false],
    ['centreManager', 'person.transfer', true],
    ['centreStaff', 'person.transfer', false],
    ['contractedCareManager', 'person.read', true],
    ['contractedCareManager', 'person.register', false],
    ['contractedCareManager', 'person.inquire', false],
    ['districtNurse', 'person.hidden-address', true],
    ['centreManager', 'person.hidden-address', false],
    ['coordinator', 'person.read', false],
    ['auditor', 'person.list', false],
    ['administrator', 'person.read', false],
    ['prefectureOfficer', 'person.inquire', false],
  ] as const)('%s の %s は %s', (role, right, may) => expect(mayRole(role, right)).toBe(may))
})
