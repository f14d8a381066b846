import { spawn } from 'node:child_process'
import { randomUUID, randomUUIDv7 } from 'node:crypto'
import http from 'node:http'
import { availableParallelism } from 'node:os'
import { serve } from '@hono/node-server'
import pg from 'pg'
import { routes } from '../src/casework/consultations/routes.ts'
import { type Actor, ROLES } from '../src/platform/access/index.ts'
import { insertLines } from '../src/platform/audit/line.ts'
import { systemClock } from '../src/platform/clock.ts'
import { Engine } from '../src/platform/database/engine.ts'
import { createApp } from '../src/platform/http/index.ts'
import type { Jobs } from '../src/platform/jobs/index.ts'

/**
 * Creates consultations at 16 connections: through the app without network, over loopback HTTP (the load in a process of its
 * own), and against a bare insert into a table of the same shape, indexes and history trigger, without rights or audit.
 *
 *   node bench/consultations.ts --config '{"owner": {…}, "app": {…}}' [--seconds 5] [--runs 5] [--size 4]
 *
 * `--size` is the engine's pool, by default what the product uses. Both configurations are those of `pg`, to one migrated database. It adds an invented insurer and leaves its rows behind:
 * never point it at a database in use. Prints one line of JSON; every figure is the median of the runs.
 */
const CONNECTIONS = 16
const PEOPLE = 2000

interface Figures {
  perSecond: number
  p50: number
  p99: number
}

const arg = (name: string, fallback: string): string => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? fallback : (process.argv[at + 1] ?? fallback)
}
const seconds = Number(arg('seconds', '5'))

const consultation = (personId: string) => ({
  id: randomUUIDv7(),
  personId,
  channel: 'phone',
  caller: 'child',
  continuity: 'continued',
  urgency: 'normal',
  topics: ['ltci', 'dementia'],
  responses: ['advice'],
  text: '離れて暮らす母の物忘れが気になるとの相談。買い物で同じ物を重ねて買う。受診はまだ。本人は困っていないと話す。',
  answer: '受診の勧め方と、介護保険の申請の流れを説明。来週あらためて電話する。',
  minutes: 15,
  nextAction: '電話して様子を聞く',
  dueOn: systemClock.today().add({ days: 7 }).toString(),
})

/** Keeps 16 callers busy for the given time and sums up how long each call took. */
async function load(call: (turn: number) => Promise<void>): Promise<Figures> {
  const times: number[] = []
  const begun = performance.now()
  const end = begun + seconds * 1000
  const caller = async (number: number) => {
    for (let turn = number; performance.now() < end; turn += CONNECTIONS) {
      const at = performance.now()
      await call(turn)
      times.push(performance.now() - at)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, (_, number) => caller(number)))
  const elapsed = (performance.now() - begun) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10
  return { perSecond: Math.round(times.length / elapsed), p50: at(0.5), p99: at(0.99) }
}

const median = (runs: Figures[]): Figures =>
  [...runs].sort((a, b) => a.perSecond - b.perSecond)[Math.floor(runs.length / 2)]!

/** An invented insurer with one centre, one worker and people of that centre. */
async function prepare(owner: pg.Client): Promise<{ actor: Actor; people: string[] }> {
  const [centreId, staffId] = [randomUUID(), randomUUID()]
  const { rows } = await owner.query<{ id: number }>(
    `insert into registers.insurer (insurer_id, insurer_number, name, kind, is_sample, two_factors_required)
     select n, lpad((n % 1000000)::text, 6, '0'), '測定市（架空）', 'municipality', true, false
     from (select coalesce(max(insurer_id), 500000) + 1 as n from registers.insurer) next returning insurer_id as id`,
  )
  const insurerId = rows[0]!.id
  await owner.query(
    `insert into registers.centre (insurer_id, id, name, short_name, kind, operation, valid_from)
     values ($1, $2, '測定センター', '測定', 'standard', 'direct', '2020-04-01')`,
    [insurerId, centreId],
  )
  await owner.query(
    `insert into registers.staff (insurer_id, id, staff_number, name, kana, profession, valid_from)
     values ($1, $2, $3, '測定 職員', 'ソクテイ ショクイン', 'socialWorker', '2020-04-01')`,
    [insurerId, staffId, `bench-${staffId.slice(0, 13)}`],
  )
  const people = await owner.query<{ id: string }>(
    `insert into casework.person (insurer_id, centre_id, name, kana, name_fold, kana_fold, sex, source)
     select $1, $2, '測定 ' || n, 'ソクテイ', '測定' || n, 'ソクテイ', 'unknown', 'hand' from generate_series(1, $3::int) n
     returning id`,
    [insurerId, centreId, PEOPLE],
  )
  const actor: Actor = {
    insurerId,
    staffId,
    postId: randomUUID(),
    role: 'centreStaff',
    profession: 'socialWorker',
    reach: ROLES.centreStaff.reach,
    centreId,
    centreIds: [centreId],
    organisationId: null,
    sessionId: null,
  }
  return { actor, people: people.rows.map(({ id }) => id) }
}

/** The same shape, indexes and history trigger as the real table; no rights, no journal, no task, no audit. */
async function bareTable(owner: pg.Client): Promise<void> {
  await owner.query(`drop table if exists casework.bench_bare`)
  await owner.query(
    `create table casework.bench_bare (like casework.consultation including defaults including indexes)`,
  )
  await owner.query(`create trigger keep_history before update or delete on casework.bench_bare
    for each row execute function platform.keep_history('person_id', 'centre_id')`)
  await owner.query(`grant insert on casework.bench_bare to meguri_app`)
}

function bare(pool: pg.Pool, actor: Actor, people: string[]): Promise<Figures> {
  return load(async (turn) => {
    const sent = consultation(people[turn % people.length]!)
    await pool.query({
      name: 'bare',
      text: `insert into casework.bench_bare (insurer_id, id, person_id, centre_id, staff_id, profession, received_on, received_at,
          minutes, channel, continuity, caller, topics, urgency, text, text_fold, answer, responses, next_action, due_on)
        values ($1, $2, $3, $4, $5, 'socialWorker', now()::date, now(), $6, $7, $8, $9, $10, $11, $12, $12, $13, $14, $15, $16)`,
      values: [
        actor.insurerId,
        sent.id,
        sent.personId,
        actor.centreId,
        actor.staffId,
        sent.minutes,
        sent.channel,
        sent.continuity,
        sent.caller,
        sent.topics,
        sent.urgency,
        sent.text,
        sent.answer,
        sent.responses,
        sent.nextAction,
        sent.dueOn,
      ],
    })
  })
}

function appOf(engine: Engine, actor: Actor) {
  return createApp({
    engine,
    clock: systemClock,
    readQueue: {
      add: async (line) => {
        const { text, values } = insertLines([line])
        await engine.plain(text, values)
      },
    },
    log: () => {},
    get jobs(): Jobs {
      throw new Error('this measurement starts no job')
    },
    origin: undefined,
    findSession: async () => ({ actor, restricted: null }),
    areas: [routes],
    screensFolder: import.meta.dirname,
    isReady: async () => true,
    rate: { perSecond: 1e9, burst: 1e9 },
  })
}

const HEADERS = { 'content-type': 'application/json', 'x-meguri-csrf': '1' }

function throughApp(app: ReturnType<typeof appOf>, people: string[]): Promise<Figures> {
  return load(async (turn) => {
    const answer = await app.fetch(
      new Request('http://bench/api/consultations', {
        method: 'POST',
        headers: HEADERS,
        body: JSON.stringify(consultation(people[turn % people.length]!)),
      }),
    )
    if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${await answer.text()}`)
    await answer.arrayBuffer()
  })
}

/** The load over HTTP, run as a process of its own so that its work is not counted as the server's. */
async function client(port: number, people: string[]): Promise<Figures> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const send = (body: string) =>
    new Promise<void>((done, fail) => {
      const request = http.request(
        {
          port,
          host: '127.0.0.1',
          agent,
          method: 'POST',
          path: '/api/consultations',
          headers: { ...HEADERS, 'content-length': Buffer.byteLength(body) },
        },
        (answer) => {
          answer.resume()
          answer.on('end', () =>
            answer.statusCode === 200 ? done() : fail(new Error(`answered ${answer.statusCode}`)),
          )
        },
      )
      request.on('error', fail)
      request.end(body)
    })
  const figures = await load((turn) => send(JSON.stringify(consultation(people[turn % people.length]!))))
  agent.destroy()
  return figures
}

function overHttp(port: number, people: string[]): Promise<Figures> {
  return new Promise((done, fail) => {
    const child = spawn(
      process.execPath,
      [import.meta.filename, '--client', String(port), '--seconds', String(seconds)],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    )
    let said = ''
    child.stdout.on('data', (part) => {
      said += part
    })
    child.on('exit', (code) =>
      code === 0 ? done(JSON.parse(said)) : fail(new Error(`client ended ${code}`)),
    )
    child.stdin.end(JSON.stringify(people))
  })
}

async function main(): Promise<void> {
  const config = JSON.parse(arg('config', '{}')) as { owner: pg.ClientConfig; app: pg.ClientConfig }
  const runs = Number(arg('runs', '5'))
  const owner = new pg.Client(config.owner)
  await owner.connect()
  const { actor, people } = await prepare(owner)
  await bareTable(owner)
  const pool = new pg.Pool({ ...config.app, max: CONNECTIONS })
  const size = Number(arg('size', '0')) || undefined
  const engine = new Engine(config.app, { size })
  const app = appOf(engine, actor)
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((done) => server.once('listening', done))
  const { port } = server.address() as { port: number }
  const figures = { bare: [] as Figures[], app: [] as Figures[], http: [] as Figures[] }
  for (let run = 0; run < runs; run++) {
    figures.bare.push(await bare(pool, actor, people))
    figures.app.push(await throughApp(app, people))
    figures.http.push(await overHttp(port, people))
  }
  server.close()
  await engine.end()
  await pool.end()
  await owner.query('drop table casework.bench_bare')
  await owner.end()
  const result = { bare: median(figures.bare), app: median(figures.app), http: median(figures.http) }
  const ratio = (of: Figures) => Math.round((of.perSecond / result.bare.perSecond) * 1000) / 1000
  console.log(
    JSON.stringify({
      name: 'consultation-create',
      connections: CONNECTIONS,
      cores: availableParallelism(),
      seconds,
      runs,
      size: size ?? 'default',
      ...result,
      ratioApp: ratio(result.app),
      ratioHttp: ratio(result.http),
    }),
  )
}

const clientPort = Number(arg('client', '0'))
if (clientPort > 0) {
  const people = JSON.parse(await new Response(process.stdin as unknown as ReadableStream).text()) as string[]
  console.log(JSON.stringify(await client(clientPort, people)))
} else {
  await main()
}
