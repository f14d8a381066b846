import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { locales, config as zodConfig } from 'zod'
import { type Actor, mayRole, ROLE_NAMES, type RoleName } from '../access/index.ts'
import { createReadQueue, type ReadQueue } from '../audit/index.ts'
import { testDatabase } from '../database/testing/database.ts'
import {
  type App,
  anAccessApp,
  findExamples,
  type Operation,
  operationsOf,
  type Schema,
} from '../testing/access/app.ts'
import type { AccessExamples, AccessRequest } from '../testing/access/example.ts'
import { type AccessWorld, aWorld, recordsOf } from '../testing/access/world.ts'
import { anActor, engineOf } from '../testing/insurer.ts'

// Every operation of the document, with every field turned into something nobody meant: whatever comes, the answer is never
// an accident (5xx), and a refusal is a problem that says something in Japanese.

const STATEMENT = "'; drop table casework.person; --"
const NASTY: unknown[] = [
  '\u0000',
  'あ\u0000い',
  '\ud800',
  '',
  ' ',
  'あ'.repeat(10_000),
  '0000-00-00',
  '2026-02-30',
  '9999-12-31',
  '-9999-01-01',
  '0001-01-01T00:00:00Z',
  '+275760-09-13T00:00:00Z',
  '\u202e\ufeff𠮷👨‍👩‍👧',
  STATEMENT,
  '%_\\',
  '../../etc/passwd',
  -1,
  0,
  1.5,
  2 ** 31,
  2 ** 53,
  1e308,
  null,
  true,
  [],
  {},
  [null],
  ['\u0000'],
  { toString: 1, __proto__: null },
  '00000000-0000-0000-0000-000000000000',
]
const RAW_BODIES = [
  '',
  '{',
  'null',
  '[]',
  '"x"',
  '1',
  '{"a":1}',
  '\u0000',
  '{"__proto__":{"x":1}}',
  `${'['.repeat(5000)}`,
]

const OTHER_TYPES = [
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/json; charset=shift_jis',
  'x',
]

let world: AccessWorld
let opened: Awaited<ReturnType<typeof anAccessApp>>
let app: App
let readQueue: ReadQueue
let operations: Operation[]
let examples: AccessExamples
const actors = new Map<RoleName, Actor>()
const logged: string[] = []

beforeAll(async () => {
  zodConfig(locales.ja()) // as the server does
  const database = await testDatabase()
  world = await aWorld(database)
  for (const role of ROLE_NAMES) actors.set(role, await anActor(database, world.insurer, role, 'a'))
  readQueue = createReadQueue(database.client('app'))
  opened = await anAccessApp(database, actors, {
    engine: engineOf(database),
    readQueue,
    log: (line) => {
      if (line.level === 'error') logged.push(`${line.route} ${line.error}`)
    },
  })
  app = opened.app
  operations = operationsOf(app)
  examples = await findExamples()
}, 60_000)
afterAll(async () => {
  await readQueue.end()
  await world.owner.end()
  await opened.end()
})

/** Names of the fields of a JSON body. */
function fieldsOf(schema: Schema | undefined): string[] {
  return [...Object.keys(schema?.properties ?? {}), ...(schema?.anyOf ?? []).flatMap(fieldsOf)]
}

const accidents: string[] = []
async function send(what: string, path: string, init: RequestInit, role: RoleName | null): Promise<number> {
  const headers: Record<string, string> = {
    'x-meguri-csrf': '1',
    ...(init.headers as Record<string, string>),
  }
  if (role) headers.cookie = `role=${role}`
  const before = logged.length
  const answer = await app.request(path, { ...init, headers })
  const text = await answer.text()
  const says = `${what} → ${answer.status} ${logged.slice(before).join(' ')} ${text.slice(0, 200)}`
  if (answer.status >= 500) accidents.push(says)
  else if (answer.status >= 400 && init.method !== 'HEAD' && path.startsWith('/api/')) {
    const problem = answer.headers.get('content-type')?.startsWith('application/problem+json')
      ? JSON.parse(text)
      : {}
    const texts = [
      problem.title,
      problem.detail,
      ...(problem.errors ?? []).map((one: { message: string }) => one.message),
    ]
    if (!texts.filter(Boolean).every((one) => /[ぁ-んァ-ヶ一-龠]/.test(one)) || !problem.title)
      accidents.push(says)
    // a conflict shows what is stored, and that may be our own statement, taken as a name a request earlier
    if (/postgres|syntax|violates|casework\.|\/src\//i.test(text.replaceAll(STATEMENT, '')))
      accidents.push(says)
  }
  return answer.status
}

const rolesOf = ({ may }: Operation): (RoleName | null)[] =>
  may === 'public'
    ? [null]
    : ROLE_NAMES.filter((role) => may === 'session' || mayRole(role, may ?? '')).slice(0, 1)

const pathOf = ({ path }: Operation, request: AccessRequest): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(request.params?.[name] ?? name)))

/** Values in turn, so that every field meets different ones and the whole stays short. */
let turn = 0
const nextNasty = (count: number) => Array.from({ length: count }, () => NASTY[turn++ % NASTY.length])
const sayable = (value: unknown) => JSON.stringify(value)?.slice(0, 40)

async function requestOf(operation: Operation, role: RoleName | null): Promise<AccessRequest> {
  const actor = actors.get(role ?? 'centreStaff')!
  const example = examples[operation.key]
  return example ? example.request(await recordsOf(world, 'own', actor), actor) : {}
}

describe('どんな要求にも、事故でなく答える', () => {
  it('項目の値', async () => {
    for (const operation of operations.filter(({ body }) => body)) {
      for (const role of rolesOf(operation)) {
        const request = await requestOf(operation, role)
        const body = (request.body ?? {}) as Record<string, unknown>
        const few = operation.path.startsWith('/api/session') // hashes a password each time
        for (const field of [...fieldsOf(operation.body), 'unknownField']) {
          for (const value of nextNasty(few ? 1 : 3)) {
            const init = {
              method: operation.method,
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify({ ...body, [field]: value }),
            }
            await send(`${operation.key} ${field}=${sayable(value)}`, pathOf(operation, request), init, role)
          }
        }
      }
    }
    expect(accidents.splice(0)).toEqual([])
  }, 60_000)

  it('本文', async () => {
    for (const operation of operations.filter(({ method }) => method !== 'GET')) {
      for (const role of rolesOf(operation)) {
        const request = await requestOf(operation, role)
        for (let n = 0; n < 3; n++) {
          const body = RAW_BODIES[turn++ % RAW_BODIES.length]!
          for (const type of ['application/json', OTHER_TYPES[turn % OTHER_TYPES.length]!]) {
            const init = { method: operation.method, headers: { 'content-type': type }, body }
            await send(
              `${operation.key} ${type} ${body.slice(0, 20)}`,
              pathOf(operation, request),
              init,
              role,
            )
          }
        }
        await send(
          `${operation.key} without body`,
          pathOf(operation, request),
          { method: operation.method },
          role,
        )
      }
    }
    expect(accidents.splice(0)).toEqual([])
  }, 60_000)

  it('パスと問い合わせの値', async () => {
    for (const operation of operations) {
      for (const role of rolesOf(operation)) {
        const request = await requestOf(operation, role)
        for (const { name, in: place } of operation.parameters) {
          for (const value of nextNasty(8)) {
            const text =
              typeof value === 'string' ? value.slice(0, 3000).toWellFormed() : (JSON.stringify(value) ?? '')
            const query = new URLSearchParams({
              ...request.query,
              ...(place === 'query' ? { [name]: text } : {}),
            })
            const params = { ...request.params, ...(place === 'path' ? { [name]: text || 'x' } : {}) }
            const init = {
              method: operation.method,
              ...(operation.body
                ? {
                    headers: { 'content-type': 'application/json' },
                    body: JSON.stringify(request.body ?? {}),
                  }
                : {}),
            }
            const path = `${pathOf(operation, { params })}?${query}`
            await send(`${operation.key} ${name}=${sayable(value)}`, path, init, role)
          }
        }
      }
    }
    expect(accidents.splice(0)).toEqual([])
  }, 60_000)

  it.each([
    '/%',
    '/%E0%A4%A',
    '/%00',
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/%00.js',
    '/api/%',
    '/api/people/%E0%A4%A/sheet',
    '/api/people/%00/sheet',
    `/api/people/${'a'.repeat(9000)}/sheet`,
    '/api//people',
    '/api/people/',
    '/API/people',
    '//evil.example/api',
    '/api/../api/people',
  ])('%s', async (path) => {
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST', 'DELETE'])
      await send(`${method} ${path}`, `http://meguri.test${path}`, { method }, 'centreStaff')
    expect(accidents.splice(0)).toEqual([])
    const answer = await app.request(`http://meguri.test${path}`)
    expect(await answer.text()).not.toMatch(/root:|"dependencies"|createApp/)
  })
})
