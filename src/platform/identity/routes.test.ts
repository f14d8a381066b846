import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertLines } from '../audit/line.ts'
import { type TestDatabase, testDatabase } from '../database/testing/database.ts'
import { createApp } from '../http/app.ts'
import { asOwner, engineOf } from '../testing/insurer.ts'
import type { Identity } from './identity.ts'
import { routes } from './routes.ts'
import { anAccount, movingClock, openIdentity, PASSWORD } from './testing/account.ts'

let database: TestDatabase
let identity: Identity
let app: ReturnType<typeof createApp>
const clock = movingClock('2026-11-22T09:00:00+09:00')

beforeAll(async () => {
  database = await testDatabase()
  identity = await openIdentity(database, clock)
  const engine = engineOf(database)
  const tools = {
    engine,
    clock,
    identity,
    readQueue: {
      add: async (line: Parameters<typeof insertLines>[0][number]) => {
        const { text, values } = insertLines([line])
        await engine.plain(text, values)
      },
    },
    jobs: { start: () => Promise.reject(new Error('no job is begun here')), stop: async () => {} },
    log: () => {},
    origin: undefined,
    findSession: identity.findSession,
    areas: [routes],
    screensFolder: '/nonexistent',
    isReady: async () => true,
  }
  app = createApp(tools)
})
afterAll(() => identity.end())

/** Whatever the routes answer: a sheet, a list, a start, or a problem. */
interface Answer {
  signedIn?: boolean
  sessions?: unknown[]
  secret?: string
  uri?: string
  code?: string
  errors?: { path: string; code: string }[]
}

async function call(
  method: string,
  path: string,
  { cookie, json }: { cookie?: string; json?: unknown } = {},
) {
  const response = await app.request(path, {
    method,
    headers: {
      'x-meguri-csrf': '1',
      'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36',
      ...(cookie && { cookie }),
      ...(json !== undefined && { 'content-type': 'application/json' }),
    },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  })
  const given = response.headers.get('set-cookie')
  return {
    status: response.status,
    body: (await response.json()) as Answer,
    given,
    cookie: given?.split(';')[0] ?? '',
  }
}

const linesOf = (staffId: string) =>
  asOwner(database, async (client) => {
    const { rows } = await client.query<{ action: string; outcome: string }>(
      'select action, outcome from audit.line where staff_id = $1 order by id',
      [staffId],
    )
    return rows.map(({ action, outcome }) => `${action} ${outcome}`)
  })

describe('/api/session', () => {
  it('サインインしていなければ、その旨だけを答える', async () => {
    expect(await call('GET', '/api/session')).toMatchObject({
      status: 200,
      body: { signedIn: false, sample: null },
      given: null,
    })
  })

  it('サインインからサインアウトまで。クッキーは画面から読めず、監査に残る', async () => {
    const { actor, insurer, staffNumber } = await anAccount(database, identity)
    const signedIn = await call('POST', '/api/session', { json: { staffNumber, password: PASSWORD } })
    expect(signedIn.status).toBe(200)
    expect(signedIn.given).toMatch(/^meguri_session=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/)
    const { cookie } = signedIn
    const sheet = await call('GET', '/api/session', { cookie })
    expect(sheet.body).toMatchObject({
      signedIn: true,
      staff: { id: actor.staffId, staffNumber },
      post: { id: actor.postId, role: 'centreStaff', roleLabel: '包括職員', centreId: insurer.centres.a },
      insurer: { id: insurer.id, isSample: false },
      mustChangePassword: false,
      idleMinutes: 30,
      secondFactorNeeded: false,
      restricted: null,
    })
    const list = await call('GET', '/api/session/list', { cookie })
    expect(list.body.sessions).toMatchObject([{ device: 'Chrome（Windows）', isCurrent: true }])
    const left = await call('DELETE', '/api/session', { cookie })
    expect(left.given).toContain('Max-Age=0')
    expect((await call('GET', '/api/session', { cookie })).body.signedIn).toBe(false)
    expect((await call('GET', '/api/session/list', { cookie })).status).toBe(401)
    expect(await linesOf(actor.staffId)).toEqual([
      'session.signed-in done',
      'session.listed done',
      'session.signed-out done',
    ])
  })

  it('同じブラウザーで入り直すと、前のセッションは終わる', async () => {
    const { staffNumber } = await anAccount(database, identity)
    const json = { staffNumber, password: PASSWORD }
    const first = await call('POST', '/api/session', { json })
    const second = await call('POST', '/api/session', { json, cookie: first.cookie })
    expect((await call('GET', '/api/session', { cookie: first.cookie })).body.signedIn).toBe(false)
    expect((await call('GET', '/api/session', { cookie: second.cookie })).body.signedIn).toBe(true)
  })

  it('違うパスワード、いない職員、閉じた口座は、同じ本文で断る', async () => {
    const { actor, staffNumber } = await anAccount(database, identity)
    const answer = async (json: unknown) => {
      const { status, body } = await call('POST', '/api/session', { json })
      return { status, ...body, requestId: '' }
    }
    const wrong = await answer({ staffNumber, password: 'chigau-password' })
    expect(wrong).toMatchObject({
      status: 401,
      code: 'sign-in-refused',
      detail: expect.stringContaining('待って'),
    })
    expect(await answer({ staffNumber: 'inai-shokuin', password: PASSWORD })).toEqual(wrong)
    for (let n = 0; n < 4; n += 1) await identity.signIn({ staffNumber, password: 'chigau-password' })
    expect(await answer({ staffNumber, password: PASSWORD })).toEqual(wrong)
    expect(await linesOf(actor.staffId)).toEqual(['session.refused refused', 'session.refused refused'])
  })

  it('空の欄は欄ごとに断る', async () => {
    const { status, body } = await call('POST', '/api/session', { json: { staffNumber: '', password: '' } })
    expect(status).toBe(422)
    expect(body.errors?.map(({ path }) => path)).toEqual(['staffNumber', 'password'])
  })
})

describe('制限されたセッション', () => {
  it('最初のパスワードのままでは何もできず、2要素も先に設定できない。変えると権限が出る', async () => {
    const { actor, staffNumber } = await anAccount(database, identity, { mustChangePassword: true })
    const { cookie, body } = await call('POST', '/api/session', { json: { staffNumber, password: PASSWORD } })
    expect(body).toMatchObject({ mustChangePassword: true, restricted: 'password', abilities: [] })
    expect(await call('GET', '/api/session/list', { cookie })).toMatchObject({
      status: 401,
      body: { code: 'session-restricted' },
    })
    expect((await call('POST', '/api/session/second-factor/start', { cookie })).status).toBe(401)
    const change = (json: unknown) => call('POST', '/api/session/password', { cookie, json })
    expect((await change({ current: 'chigau-password', next: 'aoi-sora-12c' })).body.errors?.[0]?.path).toBe(
      'current',
    )
    expect((await change({ current: PASSWORD, next: 'mijikai' })).body.errors).toMatchObject([
      { path: 'next', code: 'too-short' },
    ])
    const changed = await change({ current: PASSWORD, next: 'aoi-sora-12c' })
    expect(changed.body).toMatchObject({ mustChangePassword: false, restricted: null })
    expect((await call('GET', '/api/session/list', { cookie: changed.cookie })).status).toBe(200)
    expect(await linesOf(actor.staffId)).toContain('session.password-changed done')
  })

  it('2要素が要るときは、設定し終えると使える。回復コードは一度だけ返る', async () => {
    const { staffNumber } = await anAccount(database, identity, { twoFactorsRequired: true })
    const { cookie, body } = await call('POST', '/api/session', { json: { staffNumber, password: PASSWORD } })
    expect(body).toMatchObject({ secondFactorNeeded: true, restricted: 'second-factor' })
    const started = await call('POST', '/api/session/second-factor/start', { cookie })
    expect(started.body.uri).toContain(`secret=${started.body.secret}&`)
    const wrong = await call('POST', '/api/session/second-factor/confirm', {
      cookie,
      json: { code: '12345' },
    })
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ path: 'code', code: 'wrong-code' }] } })
    expect((await call('GET', '/api/session/list', { cookie })).status).toBe(401)
  })

  it('セッションがなければ、どれも 401 で答える', async () => {
    for (const [method, path, json] of [
      ['POST', '/api/session/password', { current: 'a', next: 'b' }],
      ['POST', '/api/session/post', { postId: randomUUID() }],
      ['POST', '/api/session/second-factor/start', undefined],
      ['POST', '/api/session/second-factor/confirm', { code: '123456' }],
      ['POST', '/api/session/second-factor/disable', { password: 'a' }],
      ['GET', '/api/session/list', undefined],
      ['DELETE', `/api/session/list/${randomUUID()}`, undefined],
    ] as const)
      expect((await call(method, path, { json })).status, path).toBe(401)
  })
})
