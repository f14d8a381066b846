import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../access/index.ts'
import type { AuditLine } from '../audit/line.ts'
import { fixedClock } from '../clock.ts'
import { type TestDatabase, testDatabase } from '../database/testing/database.ts'
import { Problem } from '../errors/index.ts'
import { anActor, anInsurer, engineOf, TEST_NOW, workOf } from '../testing/insurer.ts'
import { installQueue, RETRIES } from './install.ts'
import type { JobKind } from './kind.ts'
import { type Jobs, startJobs } from './runner.ts'

let database: TestDatabase
let actor: Actor
let jobs: Jobs
let runs = 0
const audited: AuditLine[] = []
const kinds: JobKind<{ steps: number }>[] = [
  {
    kind: 'count',
    label: '数える',
    audit: 'test.counted',
    async run({ input, progress }) {
      runs += 1
      for (let step = 1; step <= input.steps; step += 1) {
        await progress(step, input.steps)
        await sleep(20)
      }
      return { counted: input.steps }
    },
  },
  {
    kind: 'refuse',
    label: '断る',
    audit: 'test.refused',
    run: () =>
      Promise.reject(new Problem('test', 422, '読み込めません', { detail: '3行目を直してください。' })),
  },
]

beforeAll(async () => {
  database = await testDatabase()
  actor = await anActor(database, await anInsurer(database), 'officer')
  await installQueue(database.client('owner'))
  const tools = {
    engine: engineOf(database),
    clock: fixedClock(TEST_NOW),
    readQueue: { add: async (line: AuditLine) => void audited.push(line) },
  }
  jobs = await startJobs(database.client('jobs'), tools, kinds as JobKind[], () => {})
})
afterAll(() => jobs.stop())

interface Row {
  state: string
  result: unknown
  message: string | null
  done_units: number
}
const read = async (id: string) =>
  (
    await workOf(database, actor).read((tx) =>
      tx.query<Row>('select * from platform.job where id = $1', [id]),
    )
  )[0]!

async function ended(id: string): Promise<Row> {
  for (let tries = 0; tries < 200; tries += 1) {
    const row = await read(id)
    if (['done', 'failed', 'cancelled'].includes(row.state)) return row
    await sleep(50)
  }
  throw new Error('job did not end')
}

/** The queue's next jobs look as if their servers had ended that often. */
async function takenUpBefore(times: number): Promise<void> {
  const superuser = new pg.Client(database.client('superuser'))
  await superuser.connect()
  const { rows } = await superuser.query<{ table: string }>(
    `select attrelid::regclass::text as table from pg_attribute a join pg_class c on c.oid = attrelid
     where relnamespace = 'jobs'::regnamespace and relkind in ('r', 'p') and attname = 'retry_count'`,
  )
  for (const { table } of rows)
    await superuser.query(`alter table ${table} alter column retry_count set default ${times}`)
  await superuser.end()
}

describe('時間のかかる処理', () => {
  it('始めた人の権限で動き、終わりと結果が残る', async () => {
    const id = await jobs.start(workOf(database, actor), 'count', '試しに数える', { steps: 3 })
    expect(await ended(id)).toMatchObject({ state: 'done', result: { counted: 3 } })
    expect(runs).toBe(1)
  })

  it('途中で中止でき、中止したことが残る', async () => {
    const id = await jobs.start(workOf(database, actor), 'count', '長く数える', { steps: 400 })
    await sleep(1200)
    await workOf(database, actor).write((tx) =>
      tx.query('update platform.job set is_cancel_requested = true where id = $1', [id]),
    )
    expect(await ended(id)).toMatchObject({ state: 'cancelled' })
  })

  it('断る理由は、始めた人が読める文で残る', async () => {
    const id = await jobs.start(workOf(database, actor), 'refuse', '断られる', {})
    expect(await ended(id)).toMatchObject({
      state: 'failed',
      message: '読み込めません。3行目を直してください。',
    })
  })

  it('断られた処理も、監査に残る', async () => {
    const id = await jobs.start(workOf(database, actor), 'refuse', '断られる', {})
    await ended(id)
    expect(audited.filter(({ requestId }) => requestId === id)).toMatchObject([
      { action: 'test.refused', outcome: 'failed' },
    ])
  })

  it('並べられなかった処理は、待ち続けずに、始まらなかったと言う', async () => {
    const tools = {
      engine: engineOf(database),
      clock: fixedClock(TEST_NOW),
      readQueue: { add: async () => {} },
    }
    const stopped = await startJobs(database.client('jobs'), tools, kinds as JobKind[], () => {})
    await stopped.stop()
    const title = `並べられない ${crypto.randomUUID()}`
    await expect(stopped.start(workOf(database, actor), 'count', title, { steps: 1 })).rejects.toThrow()
    const rows = await workOf(database, actor).read((tx) =>
      tx.query<Row>('select * from platform.job where title = $1', [title]),
    )
    expect(rows).toMatchObject([{ state: 'failed', message: expect.stringContaining('もう一度') }])
  })

  it('サーバーが繰り返し止まった処理は、待たせ続けずに、やめたと言う', async () => {
    await takenUpBefore(RETRIES)
    const before = runs
    const id = await jobs.start(workOf(database, actor), 'count', '止まる処理', { steps: 1 })
    expect(await ended(id)).toMatchObject({ state: 'failed', message: expect.stringContaining('やめました') })
    expect(runs).toBe(before)
    await takenUpBefore(RETRIES - 1)
    const next = await jobs.start(workOf(database, actor), 'count', 'あと一度', { steps: 1 })
    expect(await ended(next)).toMatchObject({ state: 'done' })
    await takenUpBefore(0)
  })

  it('ほかの人の処理は見えない', async () => {
    const id = await jobs.start(workOf(database, actor), 'count', '私の処理', { steps: 1 })
    await ended(id)
    const other = { ...actor, staffId: crypto.randomUUID() }
    const rows = await workOf(database, other).read((tx) =>
      tx.query('select 1 from platform.job where id = $1', [id]),
    )
    expect(rows).toEqual([])
  })
})
