import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../access/index.ts'
import { createReadQueue, type ReadQueue } from '../audit/index.ts'
import { Engine } from '../database/engine.ts'
import { type TestDatabase, testDatabase } from '../database/testing/database.ts'
import { anAccessApp } from '../testing/access/app.ts'
import { anActor, anInsurer, aPerson, asOwner, type TestInsurer } from '../testing/insurer.ts'

// Several at once on one record: exactly one is stored, the others hear of it, nothing is lost or doubled.

const AT_ONCE = 6
let database: TestDatabase
let insurer: TestInsurer
let engine: Engine
let readQueue: ReadQueue
let opened: Awaited<ReturnType<typeof anAccessApp>>
const actors = new Map<string, Actor>()

beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  actors.set('manager', await anActor(database, insurer, 'centreManager', 'a'))
  actors.set('staff', await anActor(database, insurer, 'centreStaff', 'a'))
  actors.set('other', await anActor(database, insurer, 'centreManager', 'b'))
  engine = new Engine(database.client('app'), { size: AT_ONCE })
  readQueue = createReadQueue(database.client('app'))
  opened = await anAccessApp(database, actors, { engine, readQueue })
})
afterAll(async () => {
  await opened.end()
  await readQueue.end()
  await engine.end()
})

async function send(who: string, method: string, path: string, body: unknown) {
  const answer = await opened.app.request(path, {
    method,
    headers: { 'x-meguri-csrf': '1', cookie: `role=${who}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what the wire says, whatever it is
  return { status: answer.status, body: (await answer.json()) as any }
}
const atOnce = (use: (n: number) => ReturnType<typeof send>) =>
  Promise.all(Array.from({ length: AT_ONCE }, (_, n) => use(n)))
const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).sort()
const oneOf = (others: number) => [200, ...Array.from({ length: AT_ONCE - 1 }, () => others)]

const count = (text: string, values: unknown[]) =>
  asOwner(database, async (client) => (await client.query<{ n: number }>(text, values)).rows[0]!.n)

async function aTask(personId: string): Promise<string> {
  const id = randomUUID()
  await asOwner(database, (client) =>
    client.query(
      `insert into platform.task (insurer_id, id, person_id, centre_id, holder_id, kind, title, due_on, source_type, source_id)
       values ($1, $2, $3, $4, $5, 'own', '訪問', '2026-11-22', 'own', $2)`,
      [insurer.id, id, personId, insurer.centres.a, actors.get('staff')!.staffId],
    ),
  )
  return id
}
const aConsultation = (personId: string, id: string = randomUUID()) => ({
  id,
  personId,
  channel: 'phone',
  caller: 'self',
  urgency: 'normal',
  text: '相談の内容',
  receivedAt: '2026-11-22T09:00:00+09:00',
})

describe('同時に来たとき', () => {
  it('利用者を直すと、通るのは一つで、残りは今の内容を受け取る', async () => {
    const id = await aPerson(database, insurer, insurer.centres.a)
    const answers = await atOnce((n) =>
      send('staff', 'PATCH', `/api/people/${id}`, { version: 1, note: `${n}` }),
    )
    expect(statuses(answers)).toEqual(oneOf(409))
    const stored = answers.findIndex(({ status }) => status === 200)
    for (const { status, body } of answers) if (status === 409) expect(body.stored.note).toBe(`${stored}`)
  })

  it('引き継ぎは一度だけで、受領の予定も一つ', async () => {
    const id = await aPerson(database, insurer, insurer.centres.a)
    const answers = await atOnce(() =>
      send('manager', 'POST', `/api/people/${id}/transfer`, {
        version: 1,
        toCentreId: insurer.centres.b,
        toStaffId: null,
        reason: '転居',
      }),
    )
    // the others no longer see the person
    expect(statuses(answers)).toEqual(oneOf(404))
    expect(await count('select count(*)::int as n from platform.task where person_id = $1', [id])).toBe(1)
  })

  it('予定の完了は一度だけ', async () => {
    const id = await aTask(await aPerson(database, insurer, insurer.centres.a))
    const answers = await atOnce(() => send('staff', 'POST', `/api/tasks/${id}/done`, { version: 1 }))
    expect(statuses(answers)).toEqual(oneOf(409))
    expect(await count(`select count(*)::int as n from platform.history where row_id = $1`, [id])).toBe(1)
  })

  it('元に戻すのも一度だけで、完了と競っても、どちらか一つの姿になる', async () => {
    const id = await aTask(await aPerson(database, insurer, insurer.centres.a))
    await send('staff', 'POST', `/api/tasks/${id}/done`, { version: 1 })
    const undone = await atOnce(() => send('staff', 'POST', `/api/tasks/${id}/undo`, { version: 2 }))
    expect(statuses(undone)).toEqual(oneOf(409))
    const mixed = await atOnce((n) =>
      n % 2 === 0
        ? send('staff', 'POST', `/api/tasks/${id}/done`, { version: 3 })
        : send('staff', 'POST', `/api/tasks/${id}/postpone`, {
            version: 3,
            to: '2026-11-25',
            reason: '不在',
          }),
    )
    expect(statuses(mixed)).toEqual(oneOf(409))
  })

  it('同じ番号の相談は一つで、業務記録も一つ。答えはみな同じ', async () => {
    const personId = await aPerson(database, insurer, insurer.centres.a)
    const body = aConsultation(personId)
    const answers = await atOnce(() => send('staff', 'POST', '/api/consultations', body))
    expect(statuses(answers)).toEqual(Array.from({ length: AT_ONCE }, () => 200))
    expect(new Set(answers.map(({ body: { version } }) => version))).toEqual(new Set([1]))
    for (const table of ['casework.consultation', 'platform.journal'])
      expect(
        await count(`select count(*)::int as n from ${table} where person_id = $1`, [personId]),
        table,
      ).toBe(1)
  })

  it('ほかのセンターが同じ番号を使っても、相手の記録は変わらず、何も教えない', async () => {
    const mine = await aPerson(database, insurer, insurer.centres.a)
    const theirs = await aPerson(database, insurer, insurer.centres.b)
    const id = randomUUID()
    const [first, second] = await Promise.all([
      send('staff', 'POST', '/api/consultations', aConsultation(mine, id)),
      send('other', 'POST', '/api/consultations', { ...aConsultation(theirs, id), text: '別の相談' }),
    ])
    expect(statuses([first, second])).toEqual([200, 409])
    const refused = first.status === 409 ? first : second
    expect(JSON.stringify(refused.body)).not.toMatch(/相談の内容|別の相談/)
    expect(await count('select count(*)::int as n from casework.consultation where id = $1', [id])).toBe(1)
  })

  it('連絡先を直すのと外すのが重なれば、どちらか一つ', async () => {
    const personId = await aPerson(database, insurer, insurer.centres.a)
    const added = await send('staff', 'POST', `/api/people/${personId}/contacts`, {
      name: '試験 連絡',
      relationship: '子',
    })
    expect(added.status).toBe(201)
    const { id, version } = added.body
    const path = `/api/people/${personId}/contacts/${id}`
    const remove = () => send('staff', 'DELETE', `${path}?version=${version}`, undefined)
    const answers = await atOnce((n) =>
      n === 0 ? remove() : send('staff', 'PATCH', path, { version, note: `${n}` }),
    )
    const [won, ...lost] = statuses(answers)
    expect(won).toBe(200)
    for (const status of lost) expect([404, 409]).toContain(status)
  })
})
