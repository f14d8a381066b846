import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../access/index.ts'
import { insertLines, lineOf } from '../audit/line.ts'
import { fixedClock } from '../clock.ts'
import { type TestDatabase, testDatabase } from '../database/testing/database.ts'
import { Problem } from '../errors/index.ts'
import { createApp } from '../http/app.ts'
import { findAreas } from '../http/find-areas.ts'
import { area, route, z } from '../http/route.ts'
import { connection, installQueue } from '../jobs/install.ts'
import { anActor, anInsurer, engineOf, TEST_NOW } from '../testing/insurer.ts'
import { createMetrics, databaseSource } from './index.ts'
import { lastBackup, lastBackupFile, noteBackup } from './last-backup.ts'

let database: TestDatabase
let actor: Actor
let app: ReturnType<typeof createApp>
let published: { port: number; close(): Promise<void> }
const folder = mkdtempSync(join(tmpdir(), 'meguri-metrics-'))

const full = route({
  method: 'get',
  path: '/api/test-full',
  summary: '試験',
  may: 'public',
  audit: 'none',
  responses: { 200: z.object({}) },
})

beforeAll(async () => {
  database = await testDatabase()
  await installQueue(database.client('owner'))
  actor = await anActor(database, await anInsurer(database), 'officer')
  const { meter, publish } = createMetrics()
  const engine = engineOf(database)
  app = createApp({
    engine,
    clock: fixedClock(TEST_NOW),
    readQueue: { add: async () => {} },
    jobs: { start: async () => '', stop: async () => {} },
    log: () => {},
    meter,
    origin: undefined,
    areas: [
      ...(await findAreas()),
      area().openapi(full, () => {
        throw new Problem('overloaded', 503, '混み合っています')
      }),
    ],
    screensFolder: folder,
    isReady: async () => true,
    findSession: async (cookie) => (cookie === 'real' ? { actor, restricted: null } : null),
  } as Parameters<typeof createApp>[0])
  published = await publish(0, {
    pool: () => engine.poolUse,
    door: () => ({ running: 1, waiting: 7 }),
    database: databaseSource(database.client('jobs'), database.client('audit')),
    lastBackup: () => lastBackup(folder),
    build: { version: '1.2.3', commit: 'abc', node: '26', postgresql: '18.4' },
  })
})
afterAll(async () => {
  await published.close()
  rmSync(folder, { recursive: true, force: true })
})

const send = (path: string, method = 'GET') =>
  app.request(`http://meguri.test${path}`, { method, headers: { cookie: 'real', 'x-meguri-csrf': '1' } })

async function scrape(): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${published.port}/metrics`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    expect.stringContaining('text/plain'),
  ])
  return answer.text()
}

/** The value of the line that begins so. */
function figureOf(text: string, series: string): number {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `))
  if (!line) throw new Error(`no ${series}`)
  return Number(line.slice(series.length + 1))
}

describe('様子の数値', () => {
  it('要求を、経路の型と状態の組ごとに数え、かかった時間を分布にする', async () => {
    const series = 'meguri_requests_total{method="GET",route="/api/people/{id}/sheet",status="4xx"}'
    await send(`/api/people/${randomUUID()}/sheet`)
    const before = figureOf(await scrape(), series)
    for (let n = 0; n < 3; n += 1) await send(`/api/people/${randomUUID()}/sheet`)
    const text = await scrape()
    expect(figureOf(text, series)).toBe(before + 3)
    expect(
      figureOf(text, 'meguri_request_duration_seconds_count{method="GET",route="/api/people/{id}/sheet"}'),
    ).toBe(before + 3)
    expect(figureOf(text, 'meguri_requests_in_flight')).toBe(0)
  })

  it('混み合って断った数は、ほかの誤りと分かれる', async () => {
    const before = figureOf(await scrape(), 'meguri_requests_shed_total')
    await send('/api/nowhere')
    expect((await send('/api/test-full')).headers.has('retry-after')).toBe(true)
    expect(figureOf(await scrape(), 'meguri_requests_shed_total')).toBe(before + 1)
  })

  it('作られた経路や方法で、系列は増えない', async () => {
    await send('/api/nowhere')
    const series = async () =>
      (await scrape()).split('\n').filter((line) => line.startsWith('meguri_')).length
    await send('/api/nowhere', 'PURGE')
    const before = await series()
    for (const path of ['/api/甲野花子', '/api/people/甲野花子/x', '/何か', '/api/nowhere?名前=甲野'])
      for (const method of ['GET', 'BREW', 'LOOK']) await send(path, method)
    expect((await series()) - before).toBeLessThanOrEqual(4 * 13) // the two patterns /* and /api/*, once for each method
    await send('/api/another-nowhere')
    const after = await series()
    await send('/api/yet-another')
    expect(await series()).toBe(after)
  })

  it('どのラベルにも、人・職員・保険者を指すものはない', async () => {
    const person = randomUUID()
    await send(`/api/people/${person}/sheet?q=甲野花子`)
    const text = await scrape()
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
    expect(text).not.toMatch(/[ぁ-んァ-ヶ一-龠]/)
    expect(text).not.toContain(String(actor.insurerId))
    const labels = new Set([...text.matchAll(/[{,](\w+)="/g)].map(([, name]) => name))
    expect([...labels].filter((name) => !KNOWN_LABELS.includes(name!))).toEqual([])
  })

  it('封印を待つ監査の行と、待ち行列の仕事を数える', async () => {
    const figures = async () => {
      const source = databaseSource(database.client('jobs'), database.client('audit'))
      return source.figures().finally(() => source.end())
    }
    const before = await figures()
    const writer = new pg.Client(database.client('app'))
    await writer.connect()
    const { text, values } = insertLines(['r1', 'r2'].map((id) => lineOf(actor, id, 'test.read', TEST_NOW)))
    await writer.query(text, [...(values ?? [])])
    await writer.end()
    await queueOneJob()
    const after = await figures()
    expect(after.unsealedLines - before.unsealedLines).toBe(2)
    expect((after.jobs.created ?? 0) - (before.jobs.created ?? 0)).toBe(1)
    expect(figureOf(await scrape(), 'meguri_jobs{state="failed"}')).toBe(before.jobs.failed ?? 0)
  })

  it('バックアップを取った時刻は、控えがあれば出て、読めなければ 0', async () => {
    const series = 'meguri_backup_last_success_timestamp_seconds'
    expect(figureOf(await scrape(), series)).toBe(0)
    noteBackup(folder, '2026-11-22T01:02:03Z')
    expect(figureOf(await scrape(), series)).toBe(Date.parse('2026-11-22T01:02:03Z') / 1000)
    writeFileSync(lastBackupFile(folder), 'broken')
    expect(figureOf(await scrape(), series)).toBe(0)
  })

  it('接続の使われ方、Node の様子、動いている版も出る', async () => {
    const text = await scrape()
    expect(figureOf(text, 'meguri_pool_connections{state="limit"}')).toBeGreaterThan(0)
    expect(figureOf(text, 'meguri_pool_waiting')).toBe(0)
    expect(figureOf(text, 'meguri_admission_waiting')).toBe(7)
    expect(figureOf(text, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0)
    expect(figureOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(1_000_000)
    expect(
      figureOf(text, 'meguri_build_info{version="1.2.3",commit="abc",node="26",postgresql="18.4"}'),
    ).toBe(1)
  })

  it('/metrics のほかは何も答えず、データベースに届かなければ 503', async () => {
    const at = (path: string, method = 'GET') =>
      fetch(`http://127.0.0.1:${published.port}${path}`, { method }).then(({ status }) => status)
    expect([await at('/'), await at('/api/people'), await at('/metrics', 'POST')]).toEqual([404, 404, 404])
    const away = { host: '127.0.0.1', port: 1, user: 'x', password: 'x', database: 'x' }
    const lost = await createMetrics().publish(0, {
      pool: () => ({ limit: 1, open: 0, idle: 0, waiting: 0 }),
      door: () => ({ running: 0, waiting: 0 }),
      database: databaseSource(away, away),
      lastBackup: () => null,
      build: { version: '', commit: '', node: '', postgresql: '' },
    })
    expect((await fetch(`http://127.0.0.1:${lost.port}/metrics`)).status).toBe(503)
    await lost.close()
  })
})

/** Nobody works this queue. */
async function queueOneJob(): Promise<void> {
  const boss = new PgBoss({ ...connection(database.client('owner')), schema: 'jobs', migrate: false, max: 1 })
  await boss.start()
  await boss.createQueue('metrics-test')
  await boss.send('metrics-test', {})
  await boss.stop({ graceful: false, close: true })
}

const KNOWN_LABELS = [
  ...['method', 'route', 'status', 'le', 'state', 'version', 'commit', 'node', 'postgresql'],
  ...['space', 'type', 'kind', 'major', 'minor', 'patch'], // prom-client's own, of Node
]
