import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../clock.ts'
import { testDatabase } from '../database/testing/database.ts'
import { anActor, anInsurer, engineOf, TEST_NOW } from '../testing/insurer.ts'
import { createApp } from './app.ts'
import { area, route, z } from './route.ts'

let app: ReturnType<typeof createApp>
let queue: (line: unknown) => Promise<void> = async () => {}

const secret = 'ヒミツノ印'
const echo = route({
  method: 'post',
  path: '/api/test-echo',
  summary: '試験',
  may: 'public',
  audit: 'none',
  request: { body: z.object({ text: z.string().max(5) }) },
  responses: { 200: z.object({ text: z.string() }) },
})
const personal = route({
  method: 'get',
  path: '/api/test-personal',
  summary: '試験',
  may: 'session',
  audit: 'test.read',
  responses: { 200: z.object({ secret: z.string() }) },
})

beforeAll(async () => {
  const database = await testDatabase()
  const actor = { ...(await anActor(database, await anInsurer(database), 'officer')), sessionId: 'one' }
  const folder = join(mkdtempSync(join(tmpdir(), 'meguri-screens-')), 'web')
  mkdirSync(folder)
  writeFileSync(join(folder, 'index.html'), 'shell')
  writeFileSync(join(folder, '..', 'outside.txt'), secret)
  app = createApp({
    engine: engineOf(database),
    clock: fixedClock(TEST_NOW),
    readQueue: { add: (line: unknown) => queue(line) },
    jobs: { start: async () => '', stop: async () => {} },
    log: () => {},
    origin: undefined,
    areas: [
      area()
        .openapi(echo, (c) => c.json(c.req.valid('json'), 200))
        .openapi(personal, (c) => {
          c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(secret)}`)
          return c.json({ secret }, 200)
        }),
    ],
    screensFolder: folder,
    isReady: async () => true,
    rate: { perSecond: 1, burst: 20 },
    findSession: async (cookie) => (cookie === 'meguri_session=real' ? { actor, restricted: null } : null),
  } as Parameters<typeof createApp>[0])
})

let sender = 0
/** From a new address each time unless told otherwise. */
const send = (headers: Record<string, string>, body = '{"text":"あ"}', address = `10.0.0.${sender++}`) =>
  app.request(
    'http://meguri.test/api/test-echo',
    { method: 'POST', headers, body, duplex: 'half' } as RequestInit,
    { incoming: { socket: { remoteAddress: address } } },
  )
const ours = { 'x-meguri-csrf': '1', 'content-type': 'application/json' }

describe('入口', () => {
  it.each([
    ['画面から', { ...ours, origin: 'http://meguri.test', host: 'meguri.test' }, 200],
    ['しるしがない', { 'content-type': 'application/json' }, 403],
    ['よその Origin', { ...ours, origin: 'http://evil.example', host: 'meguri.test' }, 403],
    ['Origin が null', { ...ours, origin: 'null', host: 'meguri.test' }, 403],
    ['読めない Origin', { ...ours, origin: '%%', host: 'meguri.test' }, 403],
    ['よその port', { ...ours, origin: 'http://meguri.test:81', host: 'meguri.test' }, 403],
    ['大きすぎると言う', { ...ours, 'content-length': '1048577' }, 413],
    ['長さを言わない', { ...ours, 'transfer-encoding': 'chunked' }, 413],
  ])('%s', async (_, headers, status) => expect((await send(headers)).status).toBe(status))

  it.each([
    ['読めない JSON', '{', 400],
    ['NUL', '{"text":"\\u0000"}', 422],
    ['代用対の片方', '{"text":"\\ud83d"}', 422],
    ['奥の NUL', '{"text":"あ","more":[{"x":"\\u0000"}]}', 422],
    ['そろった代用対', '{"text":"\\ud83d\\ude00"}', 200],
  ])('%s', async (_, body, status) => {
    const answer = await send(ours, body)
    expect(answer.status).toBe(status)
    if (status !== 200) expect(answer.headers.get('content-type')).toContain('application/problem+json')
  })

  it('作り話のクッキーをいくら替えても、量の制限は外れない', async () => {
    const statuses = []
    for (let n = 0; n < 25; n++)
      statuses.push((await send({ ...ours, cookie: `meguri_session=x${n}` }, undefined, '10.9.9.9')).status)
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(4)
    expect((await send(ours, undefined, '10.9.9.10')).status).toBe(200)
    expect((await send({ ...ours, cookie: 'meguri_session=real' }, undefined, '10.9.9.9')).status).toBe(200)
  })

  it.each([
    '/../outside.txt',
    '/..%2foutside.txt',
    '/%2e%2e%2foutside.txt',
    '/assets/..%2f..%2foutside.txt',
    '/%',
    '/%E0%A4%A',
  ])('%s は画面のフォルダーの外を出さない', async (path) => {
    const answer = await app.request(`http://meguri.test${path}`)
    expect(answer.status).toBeLessThan(500)
    expect(await answer.text()).not.toContain(secret)
  })

  it('監査に残せなければ、読んだものは出ない', async () => {
    const read = () =>
      app.request('http://meguri.test/api/test-personal', { headers: { cookie: 'meguri_session=real' } })
    expect(await (await read()).text()).toContain(secret)
    queue = () => Promise.reject(new Error('disk full'))
    const answer = await read()
    queue = async () => {}
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain(secret)
    expect(answer.headers.get('content-disposition')).toBeNull()
  })
})
