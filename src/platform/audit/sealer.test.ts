import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { fixedClock } from '../clock.ts'
import type { AuditError } from './error.ts'
import { auditKey, readAuditKey } from './key.ts'
import { type Sealer, type SealerOptions, startSealer } from './sealer.ts'
import { aLine, clock, insert, type OwnAuditDatabase, ownAuditDatabase } from './testing/own-database.ts'

let own: OwnAuditDatabase
beforeAll(async () => {
  own = await ownAuditDatabase('sealer')
})
afterAll(() => own.drop())
beforeEach(async () => {
  await own.reset()
})

const failOnError = (error: unknown) => expect.unreachable(String(error))
const started: Sealer[] = []
const start = (more: Partial<SealerOptions> = {}) => {
  const options = { headFile: own.headFile, clock, onError: failOnError, ...more }
  const sealer = startSealer(own.config('audit'), own.key, options)
  started.push(sealer)
  return sealer
}
// one that a failed test left behind would hold the lock against the next
afterEach(async () => {
  for (const sealer of started.splice(0)) await sealer.end()
})
const counts = () =>
  own.as('audit', async (client) => {
    const { rows } = await client.query(`select (select count(*)::int from audit.line) as lines,
      (select count(*)::int from audit.seal s join audit.line l on l.id = s.line_id) as sealed,
      (select coalesce(max(seq), 0)::int from audit.seal) as last`)
    return rows[0] as { lines: number; sealed: number; last: number }
  })
const heads = () =>
  readFileSync(own.headFile, 'utf8')
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text))

async function connected(role: 'app' | 'superuser') {
  const client = new pg.Client(own.config(role))
  await client.connect()
  return client
}

describe('封印', () => {
  it('先に始まり後で確定した行を飛び越さず、全部の行を一度だけ封印する', async () => {
    const early = await connected('app')
    await early.query('begin')
    await insert(early, [aLine({ requestId: '先に始まる' })])
    await own.write(3, { requestId: '後から始まり先に確定' })
    const sealer = start({ everyMs: 60_000 })
    expect(await sealer.sealNow()).toBe(0)
    await early.query('commit')
    await early.end()
    expect(await sealer.sealNow()).toBe(4)
    await sealer.end()
    expect(await counts()).toEqual({ lines: 4, sealed: 4, last: 4 })
    const first = await own.as('audit', (client) =>
      client.query('select request_id from audit.line l join audit.seal s on s.line_id = l.id where seq = 1'),
    )
    expect(first.rows).toEqual([{ request_id: '先に始まる' }])
  })

  it('取り消された取引は待たずに済み、番号に隙間を作らない', async () => {
    await own.as('app', async (client) => {
      await client.query('begin')
      await insert(client, [aLine()])
      await client.query('rollback')
    })
    await own.write(2)
    await own.seal()
    expect(await counts()).toEqual({ lines: 2, sealed: 2, last: 2 })
  })

  it('書き手が前後して確定し続ける間も、全部の行が一度ずつ封印されて確認を通る', async () => {
    const sealer = start({ everyMs: 5 })
    const writer = async (seed: number) => {
      const client = await connected('app')
      for (let n = 0; n < 40; n += 1) {
        await client.query('begin')
        await insert(client, [aLine({ requestId: `書き手${seed}-${n}` }), aLine()])
        await new Promise((done) => setTimeout(done, (seed * 7 + n * 13) % 11))
        await client.query(n % 9 === seed % 9 ? 'rollback' : 'commit')
      }
      await client.end()
    }
    const watching = writer(100).then(() => own.verify())
    await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(writer))
    expect(await watching).toMatchObject({ findings: [] })
    await sealer.end()
    const { lines, sealed, last } = await counts()
    expect(lines).toBeGreaterThan(500)
    expect({ sealed, last }).toEqual({ sealed: lines, last: lines })
    expect(await own.verify()).toMatchObject({ isSound: true, sealed: lines, pending: 0 })
  })

  it('二つ動かしても封印するのは一つ、終われば代わりが続ける', async () => {
    const first = start({ everyMs: 10 })
    await first.sealNow()
    const second = start({ everyMs: 10 })
    await second.sealNow()
    expect([first.state, second.state]).toEqual(['sealing', 'waiting'])
    await own.write(2)
    await first.end()
    await own.write(2)
    await vi.waitFor(() => expect(second.state).toBe('sealing'))
    await second.end()
    expect(await own.verify()).toMatchObject({ isSound: true, sealed: 4 })
  })

  it('接続を切られても自分でつなぎ直して続ける', async () => {
    const errors: unknown[] = []
    const sealer = start({ everyMs: 10, onError: (error) => errors.push(error) })
    await own.write(2)
    await sealer.sealNow()
    await own.as('superuser', (client) =>
      client.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'meguri audit sealer' and datname = current_database()`),
    )
    await own.write(2)
    await vi.waitFor(async () => expect(await counts()).toEqual({ lines: 4, sealed: 4, last: 4 }), 5_000)
    await sealer.end()
    expect(await own.verify()).toMatchObject({ isSound: true, sealed: 4 })
  })

  it('始め、日の変わり目、終わりに末尾を控える', async () => {
    let day = '2026-11-22T23:59:59+09:00'
    const moving = { now: () => fixedClock(day).now(), today: () => fixedClock(day).today() }
    const sealer = start({ everyMs: 60_000, clock: moving })
    await own.write(2)
    await sealer.sealNow()
    day = '2026-11-23T00:00:00+09:00'
    await own.write(1)
    await sealer.sealNow()
    await own.write(1)
    await sealer.end()
    expect(heads().map(({ occasion, at }) => ({ occasion, at }))).toEqual([
      { occasion: 'start', at: '2026-11-22T14:59:59Z' },
      { occasion: 'daily', at: '2026-11-22T15:00:00Z' },
      { occasion: 'stop', at: '2026-11-22T15:00:00Z' },
    ])
    expect(heads().at(-1)).toMatchObject({ seq: 4, count: 4, mac: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(statSync(own.headFile).mode & 0o777).toBe(0o600)
  })

  it('控えを書けなくても封印は続き、そのことを知らせる', async () => {
    const errors: unknown[] = []
    mkdirSync(own.headFile, { recursive: true }) // a folder stands where the file should be
    const sealer = start({ everyMs: 60_000, onError: (error) => errors.push(error) })
    await own.write(2)
    await sealer.sealNow().catch(() => {})
    await sealer.end()
    expect(await counts()).toEqual({ lines: 2, sealed: 2, last: 2 })
    expect(errors).toContainEqual(expect.objectContaining({ code: 'head-broken' }))
  })

  it('違う鍵では封印しない', async () => {
    await own.write(2)
    await own.seal()
    await own.write(1)
    const other = auditKey(`${own.folder}/other-key`)
    const errors: unknown[] = []
    const onError = (error: unknown) => errors.push(error)
    const sealer = startSealer(own.config('audit'), other, { headFile: own.headFile, clock, onError })
    await sealer.end()
    expect(errors).toContainEqual(expect.objectContaining({ code: 'key-mismatch' }))
    expect(await counts()).toEqual({ lines: 3, sealed: 2, last: 2 })
  })

  it('別の PostgreSQL に移したら、区切りを改めるまで封印せず、改めれば続きから封印する', async () => {
    await own.write(3)
    // what the lines look like after a move: their transaction numbers are ahead of the new cluster's
    await own.tamper(`update audit.line set xid = (xid::text::bigint + 1000000)::text::xid8`)
    await own.seal()
    expect(await counts()).toMatchObject({ sealed: 0 })
    await own.as('owner', (client) => client.query('select audit.begin_epoch()'))
    await own.seal()
    await own.write(2)
    await own.seal()
    expect(await own.verify()).toMatchObject({ isSound: true, sealed: 5, pending: 0 })
    await own.as('owner', (client) => client.query('alter table audit.line alter column epoch set default 1'))
    await own.tamper(`delete from audit.seal where seq > 3`)
    await own.tamper(`delete from audit.line where epoch = 2`)
    await expect(own.seal()).rejects.toMatchObject({ code: 'moved' } satisfies Partial<AuditError>)
  })

  it('5,000 行を超える束でも順に封印する', async () => {
    await own.as('app', async (client) => {
      for (let n = 0; n < 6; n += 1)
        await insert(
          client,
          Array.from({ length: 2_000 }, () => aLine()),
        )
    })
    await own.seal()
    expect(await own.verify()).toMatchObject({ isSound: true, sealed: 12_000, pending: 0 })
  })
})

describe('封印の鍵', () => {
  it('なければ作り、次からは同じ鍵を読む', () => {
    const file = `${own.folder}/made/audit-key`
    const made = auditKey(file)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(dirname(file)).mode & 0o777).toBe(0o700)
    expect(made.symmetricKeySize).toBe(32)
    expect(auditKey(file).equals(made)).toBe(true)
  })

  it('確認のときは作らず、ないと言う', () => {
    expect(() => readAuditKey(`${own.folder}/nowhere`)).toThrow('監査記録の鍵がありません')
  })
})
