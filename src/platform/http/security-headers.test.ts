import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../database/testing/database.ts'
import { anAccessApp, operationsOf } from '../testing/access/app.ts'
import { anActor, anInsurer, engineOf } from '../testing/insurer.ts'
import { listen } from './listen.ts'

// What every answer carries, whatever it is: a list, a refusal, a page, a file that is not there.

let database: TestDatabase
let opened: Awaited<ReturnType<typeof anAccessApp>>
beforeAll(async () => {
  database = await testDatabase()
  const officer = await anActor(database, await anInsurer(database), 'officer')
  opened = await anAccessApp(database, new Map([['officer', officer]]), {
    engine: engineOf(database),
    readQueue: { add: async () => {} },
  })
})
afterAll(() => opened.end())

const ask = (path: string, init: RequestInit = {}) => opened.app.request(`http://meguri.test${path}`, init)

describe('どの答えにも付くもの', () => {
  it.each<[string, RequestInit]>([
    ['/api/people', {}],
    ['/api/people', { headers: { cookie: 'role=officer' } }],
    ['/api/nowhere', {}],
    ['/api/people/search', { method: 'POST', body: '{' }],
    ['/nowhere.js', {}],
    ['/api/docs', {}],
    ['/api/openapi.json', {}],
    ['/healthz', {}],
  ])('%s %o', async (path, init) => {
    const { headers } = await ask(path, init)
    const policy = headers.get('content-security-policy') ?? ''
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ])
      expect(policy).toContain(part)
    expect(policy).not.toMatch(/script-src[^;]*unsafe|script-src[^;]*http/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('server')).toBeNull()
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('content-type')).toMatch(
      /^(application\/(json|problem\+json)|text\/(html|plain); ?charset=utf-8)/i,
    )
    if (path.startsWith('/api/')) expect(headers.get('cache-control')).toBe('no-store')
  })

  it('よその Origin からの下調べ(OPTIONS)には、許す答えを返さない', async () => {
    const answer = await ask('/api/people/search', {
      method: 'OPTIONS',
      headers: {
        origin: 'http://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-meguri-csrf',
      },
    })
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  it('書き換える経路は GET にない: GET の監査の語は見る・探す・書き出すことだけ', () => {
    const writing = operationsOf(opened.app).filter(
      ({ method, audit }) =>
        method === 'GET' &&
        /[.-](created|changed|removed|stored|added|done|ended|undone|applied)$/.test(audit ?? ''),
    )
    expect(writing.map(({ key }) => key)).toEqual([])
  })
})

describe('本物の口で受けたとき', () => {
  /** Bytes as they are, past every client's own checks. */
  async function raw(text: string): Promise<string> {
    const listening = await listen((request) => opened.app.fetch(request), '127.0.0.1', 0)
    try {
      return await new Promise((resolve, reject) => {
        const socket = connect(Number(new URL(listening.address).port), '127.0.0.1', () => socket.write(text))
        let got = ''
        socket.on('data', (chunk) => {
          got += chunk.toString('latin1')
        })
        socket.on('close', () => resolve(got))
        socket.on('error', reject)
        socket.setTimeout(3_000, () => socket.destroy())
      })
    } finally {
      await listening.close(10)
    }
  }
  const statuses = (answer: string) =>
    [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status))

  it.each([
    ['TRACE', 'TRACE / HTTP/1.1\r\nHost: a\r\nX-Secret: x\r\nConnection: close\r\n\r\n'],
    [
      '長さを二つ言う',
      'POST /api/session HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello',
    ],
    [
      '長さと分け方を両方言う',
      'POST /api/session HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/people HTTP/1.1\r\nHost: a\r\n\r\n',
    ],
    [
      '知らない分け方',
      'POST /api/session HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n',
    ],
    ['改行だけの見出し', 'GET / HTTP/1.1\nHost: a\nX: y\n\n'],
    ['見出しの中の CR', 'GET /healthz HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n'],
    ['見出しの長さ', `GET /healthz HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`],
  ])('%s は通さず、続きの要求として読まない', async (_, text) => {
    const answer = await raw(text)
    expect(statuses(answer).length).toBeLessThanOrEqual(1)
    for (const status of statuses(answer)) expect(status).toBeGreaterThanOrEqual(400)
    expect(answer).not.toContain('X-Secret')
  })
})
