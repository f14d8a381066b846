import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, allRights, mayRole, ROLE_NAMES, ROLES, type RoleName } from '../access/index.ts'
import { createReadQueue, type ReadQueue } from '../audit/index.ts'
import { type TestDatabase, testDatabase } from '../database/testing/database.ts'
import { anAccessApp, findExamples, type Operation, operationsOf } from '../testing/access/app.ts'
import type { AccessExample, AccessExamples, AccessRequest } from '../testing/access/example.ts'
import {
  type AccessWorld,
  aWorld,
  MARKS,
  type PlaceName,
  recordsOf as storedRecords,
} from '../testing/access/world.ts'
import { anActor, asOwner, engineOf } from '../testing/insurer.ts'

interface Answer {
  status: number
  text: string
  requestId: string
}

// Own sessions are no insurer's records; platform/identity tests them one by one.
const isSession = (path: string) => path.startsWith('/api/session')

let database: TestDatabase
let world: AccessWorld
let opened: Awaited<ReturnType<typeof anAccessApp>>
let readQueue: ReadQueue
let operations: Operation[]
let examples: AccessExamples
const actors = new Map<RoleName, Actor>()
const audited: { requestId: string; key: string; role: string; status: number; shown: string[] }[] = []
const people = new Set<string>()
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

beforeAll(async () => {
  database = await testDatabase()
  world = await aWorld(database)
  for (const role of ROLE_NAMES) actors.set(role, await anActor(database, world.insurer, role, 'a'))
  readQueue = createReadQueue(database.client('app'))
  opened = await anAccessApp(database, actors, { engine: engineOf(database), readQueue })
  operations = operationsOf(opened.app)
  examples = await findExamples()
}, 60_000)
afterAll(async () => {
  await readQueue.end()
  await world.owner.end()
  await opened.end()
})

const recordsOf: typeof storedRecords = async (...of) => {
  const records = await storedRecords(...of)
  people.add(records.personId)
  return records
}

async function call(operation: Operation, role: RoleName | null, request: AccessRequest): Promise<Answer> {
  let path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(request.params?.[name] ?? name),
  )
  if (request.query) path += `?${new URLSearchParams(request.query)}`
  const headers: Record<string, string> = { 'x-meguri-csrf': '1' }
  if (role) headers.cookie = `role=${role}`
  if (request.body !== undefined) headers['content-type'] = 'application/json'
  const body = request.form ?? (request.body === undefined ? undefined : JSON.stringify(request.body))
  const response = await opened.app.request(path, {
    method: operation.method,
    headers: request.form ? { ...headers, 'content-length': '300' } : headers,
    body,
  })
  const answer = {
    status: response.status,
    text: await response.text(),
    requestId: response.headers.get('x-request-id') ?? '',
  }
  if (role && operation.audit !== 'none')
    audited.push({
      requestId: answer.requestId,
      key: operation.key,
      role,
      status: answer.status,
      shown: answer.status < 300 ? peopleIn(answer.text) : [],
    })
  return answer
}

const peopleIn = (text: string): string[] => [...new Set(text.match(UUID))].filter((id) => people.has(id))

/** The body without the one thing that always differs. */
const plain = (answer: Answer) => answer.text.replace(/"requestId":"[^"]*"/, '')
const letIn = (answer: Answer, example: AccessExample) =>
  (answer.status >= 200 && answer.status < 300) || (example.alsoLetIn ?? []).includes(answer.status)

const tested = () => operations.filter(({ path, may }) => !isSession(path) && may !== 'public')
const exampleOf = (operation: Operation): AccessExample => {
  const example = examples[operation.key]
  if (!example) throw new Error(`${operation.key} has no access example (access-examples.ts of its area)`)
  return example
}

/** Whether the role may reach a record of the place through a right that it has. */
function reaches(role: RoleName, place: PlaceName, { reach = 'person' }: AccessExample): boolean {
  if (place === 'absent' || place === 'foreign') return false
  if (place === 'own') return reach !== 'person' || ROLES[role].reach !== 'none'
  if (reach === 'author') return false
  return reach === 'insurer' || ROLES[role].reach === 'insurer'
}

describe('すべての経路 × 役割 × 自分・隣のセンター・よその保険者・存在しない記録', () => {
  it('どの経路も権限と監査の語を宣言し、権限は文で説明され、例がある', () => {
    expect(operations.length).toBeGreaterThan(50)
    const silent = operations.filter(({ may, audit }) => !may || !audit)
    expect(silent).toEqual([])
    const unknown = operations.filter(
      ({ may }) => may !== 'public' && may !== 'session' && !allRights().has(may!),
    )
    expect(unknown).toEqual([])
    expect(
      tested()
        .filter(({ key }) => !examples[key])
        .map(({ key }) => key),
    ).toEqual([])
    expect(
      Object.keys(examples).filter((key) => !operations.some((operation) => operation.key === key)),
    ).toEqual([])
  })

  it('サインインしていなければ、何も教えずに 401', async () => {
    const actor = actors.get('officer')!
    const own = await recordsOf(world, 'own', actor)
    const absent = await recordsOf(world, 'absent', actor)
    for (const operation of tested()) {
      const example = exampleOf(operation)
      const first = await call(operation, null, example.request(own, actor))
      const second = await call(operation, null, example.request(absent, actor))
      expect([operation.key, first.status]).toEqual([operation.key, 401])
      expect(plain(first)).toBe(plain(second))
      expect(first.text).not.toContain(MARKS.own)
    }
  })

  it('権限のない役割には、記録があってもなくても同じ 403', async () => {
    for (const operation of tested()) {
      const example = exampleOf(operation)
      for (const role of ROLE_NAMES.filter(
        (one) => operation.may !== 'session' && !mayRole(one, operation.may!),
      )) {
        const actor = actors.get(role)!
        const own = await recordsOf(world, 'own', actor)
        const absent = await recordsOf(world, 'absent', actor)
        const first = await call(operation, role, example.request(own, actor))
        const second = await call(operation, role, example.request(absent, actor))
        expect([operation.key, role, first.status]).toEqual([operation.key, role, 403])
        expect(plain(first)).toBe(plain(second))
        expect(first.text).not.toContain(MARKS.own)
      }
    }
  }, 300_000)

  it('権限があっても、届かない記録は存在しない記録と同じ答え、届く記録は開く', async () => {
    for (const operation of tested()) {
      const example = exampleOf(operation)
      if (example.about !== 'record') continue
      for (const role of ROLE_NAMES.filter(
        (one) => operation.may === 'session' || mayRole(one, operation.may!),
      )) {
        const actor = actors.get(role)!
        const ask = async (place: PlaceName) =>
          call(operation, role, example.request(await recordsOf(world, place, actor), actor))
        const absent = await ask('absent')
        const where = (place: PlaceName, answer: Answer) => [
          operation.key,
          role,
          place,
          answer.status,
          plain(answer).slice(0, 300),
        ]
        expect([operation.key, role, absent.status]).toEqual([operation.key, role, 404])
        for (const place of ['own', 'other', 'foreign'] as const) {
          const answer = await ask(place)
          if (reaches(role, place, example)) {
            const isHidden = example.isNarrower && plain(answer) === plain(absent)
            expect(isHidden || letIn(answer, example), JSON.stringify(where(place, answer))).toBe(true)
          } else {
            expect(where(place, answer)).toEqual([
              operation.key,
              role,
              place,
              404,
              plain(absent).slice(0, 300),
            ])
          }
        }
      }
    }
  }, 240_000)

  it('一覧と検索には、届かない記録のしるしがない', async () => {
    for (const actor of actors.values())
      for (const place of ['own', 'other', 'foreign'] as const) await recordsOf(world, place, actor)
    for (const operation of tested()) {
      const example = exampleOf(operation)
      if (example.about === 'record') continue
      for (const role of ROLE_NAMES.filter(
        (one) => operation.may === 'session' || mayRole(one, operation.may!),
      )) {
        const actor = actors.get(role)!
        const answer = await call(
          operation,
          role,
          example.request(await recordsOf(world, 'own', actor), actor),
        )
        expect(
          letIn(answer, example),
          `${operation.key} ${role} ${answer.status} ${answer.text.slice(0, 300)}`,
        ).toBe(true)
        expect(answer.text, `${operation.key} ${role}`).not.toContain(MARKS.foreign)
        if (!reaches(role, 'other', example))
          expect(answer.text, `${operation.key} ${role}`).not.toContain(MARKS.other)
      }
    }
  }, 300_000)

  it('許された要求も断られた要求も監査に残り、答えに出た人はその行に名指しされている', async () => {
    const ids = audited.map((one) => one.requestId)
    const { rows } = await asOwner(database, (client) =>
      client.query<{ request_id: string; people: string[] }>(
        `select request_id, array_agg(person) filter (where person is not null) as people
         from audit.line left join unnest(person_ids) person on true where request_id = any ($1) group by request_id`,
        [ids],
      ),
    )
    const kept = new Map(rows.map((row) => [row.request_id, row.people ?? []]))
    expect(audited.length).toBeGreaterThan(500)
    const silent = audited
      .filter((one) => !kept.has(one.requestId))
      .map(({ key, role, status }) => `${key} ${role} ${status}`)
    expect([...new Set(silent)]).toEqual([])
    const unnamed = audited.filter(({ requestId, shown }) =>
      shown.some((id) => !kept.get(requestId)?.includes(id)),
    )
    expect([...new Set(unnamed.map(({ key }) => key))]).toEqual([])
    expect(
      new Set(audited.filter(({ shown }) => shown.length > 0).map(({ key }) => key)).size,
    ).toBeGreaterThan(10)
  })
})
