import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../access/index.ts'
import { fixedClock } from '../clock.ts'
import { problemOf } from '../http/accident.ts'
import { anActor, anInsurer, TEST_NOW, TEST_TODAY } from '../testing/insurer.ts'
import { Engine } from './engine.ts'
import { type TestDatabase, testDatabase } from './testing/database.ts'
import { Work } from './work.ts'

// A pool of one connection, held by somebody: what the next ones are told, and what one is told who has saved already.

let database: TestDatabase
let actor: Actor
let engine: Engine
beforeAll(async () => {
  database = await testDatabase()
  actor = await anActor(database, await anInsurer(database), 'officer')
})
afterEach(() => engine.end())

/** Takes the only connection until released. */
async function hold(): Promise<() => Promise<void>> {
  const held = Promise.withResolvers<void>()
  const taken = Promise.withResolvers<void>()
  const done = engine.transaction(actor, TEST_TODAY, async (tx) => {
    await tx.query('select 1')
    taken.resolve()
    await held.promise
  })
  await taken.promise
  return () => {
    held.resolve()
    return done
  }
}

const read = () => engine.transaction(actor, TEST_TODAY, (tx) => tx.query<{ n: number }>('select 1 as n'))

const aWork = (readQueue = { add: async () => {} }) =>
  new Work({ engine, clock: fixedClock(TEST_NOW), readQueue }, actor, randomUUID(), 'test.written')

const draft = (work: Work, key: string) =>
  work.write((tx) =>
    tx.query(`insert into platform.draft (insurer_id, staff_id, key, content) values ($1, $2, $3, '{}')`, [
      actor.insurerId,
      actor.staffId,
      key,
    ]),
  )

async function drafts(key: string): Promise<number> {
  const owner = new pg.Client(database.client('superuser'))
  await owner.connect()
  const { rows } = await owner.query('select 1 from platform.draft where key = $1', [key])
  await owner.end()
  return rows.length
}

describe('データベースの接続が尽きたとき', () => {
  it('決まった時間だけ待ち、503 で、何を待てばよいかを日本語で言う。空けばまた動く', async () => {
    engine = new Engine(database.client('app'), { size: 1, waitMs: 150 })
    const release = await hold()
    const begun = performance.now()
    const refused = await read().catch(problemOf)
    expect(performance.now() - begun).toBeLessThan(3_000)
    expect(refused).toMatchObject({
      status: 503,
      code: 'database-busy',
      title: 'データベースの順番が回ってきません',
      detail: expect.stringContaining('保存されていません'),
    })
    await release()
    expect(await read()).toEqual([{ n: 1 }])
  })

  it('待っているうちに空けば、誤りにならない', async () => {
    engine = new Engine(database.client('app'), { size: 1, waitMs: 5_000 })
    const release = await hold()
    const waiting = read()
    await sleep(50)
    await release()
    expect(await waiting).toEqual([{ n: 1 }])
  })

  it('保存し終えた要求は、続きの接続を長く待ち、断られない', async () => {
    engine = new Engine(database.client('app'), { size: 1, waitMs: 200, maxWaiting: 1 })
    const work = aWork()
    await draft(work, 'patient')
    const release = await hold()
    const refused = expect(read()).rejects.toThrow() // the one that may wait, and not for long
    const after = work.read((tx) => tx.query<{ n: number }>('select 2 as n'))
    await sleep(500) // longer than one may wait who has saved nothing
    await refused
    await release()
    expect(await after).toEqual([{ n: 2 }])
    expect(await drafts('patient')).toBe(1)
  })

  it('それでも続けられないときは、「保存されていません」とは言わない', async () => {
    engine = new Engine(database.client('app'), { size: 1, waitMs: 20 })
    const work = aWork()
    await draft(work, 'unshown')
    const release = await hold()
    await expect(work.read((tx) => tx.query('select 1'))).rejects.toMatchObject({
      status: 503,
      code: 'saved-unshown',
      detail: expect.stringContaining('記録は保存されています'),
    })
    await release()
    expect(await drafts('unshown')).toBe(1)
  })
})

describe('確定の返事が来る前に接続が切れたとき', () => {
  it('保存できたかどうか確かめられないと言う', async () => {
    engine = new Engine(database.client('app'), { size: 1 })
    const work = aWork()
    const cut = new pg.Client(database.client('superuser'))
    await cut.connect()
    const attempt = work.write(async (tx) => {
      const [row] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid')
      tx.query('select pg_sleep(0.5)').catch(() => {}) // the commit is sent behind it
      setTimeout(() => void cut.query('select pg_terminate_backend($1)', [row!.pid]), 100)
    })
    await expect(attempt).rejects.toMatchObject({ status: 503, code: 'outcome-unknown' })
    expect(await read()).toEqual([{ n: 1 }])
    await cut.end()
  })

  it('送る前に切れたときは、保存されていないと言う', async () => {
    engine = new Engine(database.client('app'), { size: 1 })
    const cut = new pg.Client(database.client('superuser'))
    await cut.connect()
    const attempt = aWork().write(async (tx) => {
      const [row] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid')
      await cut.query('select pg_terminate_backend($1)', [row!.pid])
      await tx.query('select pg_sleep(0.5)')
    })
    expect(await attempt.catch(problemOf)).toMatchObject({ status: 503, code: 'database-away' })
    expect(await read()).toEqual([{ n: 1 }])
    await cut.end()
  })
})
