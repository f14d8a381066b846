import { randomUUIDv7 } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import pg from 'pg'
import { foldedText } from '../src/casework/consultations/store.ts'
import { ListQuery } from '../src/casework/people/schema.ts'
import { listPeople } from '../src/casework/people/service-list.ts'
import type { Actor } from '../src/platform/access/index.ts'
import { ageYears } from '../src/platform/calendar/index.ts'
import { fixedClock } from '../src/platform/clock.ts'
import { Engine, type Statement } from '../src/platform/database/engine.ts'
import { valueTypes } from '../src/platform/database/types.ts'
import { Work } from '../src/platform/database/work.ts'
import { figuresOf } from './figures.ts'

/*
 The bare peer: Hono and pg, nothing else. A plain pool of the product's size as the superuser, so no row-level security; no
 session but a table in memory, no rights, no validation, no transaction of its own, no settings, no audit, no journal, no
 log. It sends the product's own SQL as a named prepared statement, and answers the same JSON. Same server, same
 durability (synchronous_commit on).
*/
export interface PeerStart {
  database: pg.ClientConfig
  users: { cookie: string; actor: Actor; people: string[] }[]
  /** an instant on the day of the sample */
  now: string
}

/** Notes the statements of a service instead of sending them. */
class NotingEngine extends Engine {
  readonly noted: Statement[] = []

  override async flight(_actor: Actor, _today: string, statements: Statement[]): Promise<unknown[][]> {
    this.noted.push(...statements)
    return statements.map(() => [])
  }
}

/** The statement that the product sends for the first page of a list of 50. */
async function listStatement(actor: Actor, now: string): Promise<Statement> {
  const engine = new NotingEngine({})
  const tools = { engine, clock: fixedClock(now), readQueue: { add: async () => {} } }
  await listPeople(new Work(tools, actor, 'bench', 'bench'), ListQuery.parse({ limit: '50' }))
  return engine.noted[0]!
}

const INSERT = `insert into bench.consultation (insurer_id, id, person_id, centre_id, recorded_centre_id, staff_id, profession,
    received_on, received_at, minutes, channel, continuity, caller, topics, urgency, text, text_fold, answer, responses, consent,
    next_action, due_on, created_by)
  values ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $5)`

type Body = Record<string, unknown> & { id: string; text: string; answer: string }

function insertValues(actor: Actor, body: Body, now: string): unknown[] {
  const said = [
    body.minutes,
    body.channel,
    body.continuity,
    body.caller,
    body.topics,
    body.urgency,
    body.text,
  ]
  const folded = foldedText(body.text, body.answer)
  const then = [folded, body.answer, body.responses, body.consent, body.nextAction, body.dueOn]
  const { insurerId, centreId, staffId, profession } = actor
  return [
    insurerId,
    body.id,
    body.personId,
    centreId,
    staffId,
    profession,
    now.slice(0, 10),
    now,
    ...said,
    ...then,
  ]
}

async function main({ database, users, now }: PeerStart): Promise<void> {
  const max = Math.max(4, availableParallelism() * 2) // as the product's engine
  const pool = new pg.Pool({ ...database, max, idleTimeoutMillis: 0, types: valueTypes } as pg.PoolConfig)
  const lists = new Map<string, { name: string; text: string; values: unknown[] }>()
  const names = new Map<string, string>()
  for (const { cookie, actor } of users) {
    const { text, values = [] } = await listStatement(actor, now)
    if (!names.has(text)) names.set(text, `list${names.size}`)
    lists.set(cookie, { name: names.get(text)!, text, values: [...values] })
  }
  const actors = new Map(users.map(({ cookie, actor }) => [cookie, actor]))
  const today = now.slice(0, 10)
  const app = new Hono()
  app.get('/api/people', async (c) => {
    const { rows } = await pool.query<{ id: string; birthOn: string | null }>(
      lists.get(c.req.header('cookie')!)!,
    )
    const shown = rows.slice(0, 50)
    const items = shown.map((row) => ({
      ...row,
      ageYears: row.birthOn === null ? null : ageYears(row.birthOn, today),
    }))
    return c.json({ items, nextCursor: rows.length > 50 ? (shown.at(-1)?.id ?? null) : null })
  })
  const insert = (actor: Actor, body: Body) =>
    pool.query({ name: 'insert', text: INSERT, values: insertValues(actor, body, now) })
  app.post('/api/consultations', async (c) => {
    const body = await c.req.json<Body>()
    await insert(actors.get(c.req.header('cookie')!)!, body)
    return c.json({ id: body.id, version: 1 })
  })
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
    process.send?.({ port }),
  )
  process.once('disconnect', () => {
    server.close()
    process.exit(0)
  })
  process.on('message', async (plan: { connections: number; seconds: number; bodies: string[] }) =>
    process.send?.(await insertLoop(plan, users, insert)),
  )
}

/** Bare inserts without HTTP. */
async function insertLoop(
  { connections, seconds, bodies }: { connections: number; seconds: number; bodies: string[] },
  users: PeerStart['users'],
  insert: (actor: Actor, body: Body) => Promise<unknown>,
) {
  const parsed = bodies.map((body) => JSON.parse(body) as Body)
  const times: { label: string; milliseconds: number }[] = []
  const begun = performance.now()
  const caller = async (number: number) => {
    for (let turn = number; performance.now() < begun + seconds * 1000; turn += connections) {
      const at = turn % parsed.length
      const sentAt = performance.now()
      await insert(users[at % users.length]!.actor, { ...parsed[at]!, id: randomUUIDv7() })
      times.push({ label: '', milliseconds: performance.now() - sentAt })
    }
  }
  await Promise.all(Array.from({ length: connections }, (_, number) => caller(number)))
  return figuresOf(times, (performance.now() - begun) / 1000, {})
}

process.once('message', (start: PeerStart) => main(start))
