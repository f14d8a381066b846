import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createReadQueue, type ReadQueue } from './queue.ts'
import { aLine, type OwnAuditDatabase, ownAuditDatabase } from './testing/own-database.ts'

let own: OwnAuditDatabase
let queue: ReadQueue
beforeAll(async () => {
  own = await ownAuditDatabase('queue')
})
afterAll(() => own.drop())
beforeEach(async () => {
  await own.reset()
  queue = createReadQueue(own.config('app'), { maxWaiting: 50, maxBatch: 20 })
})
afterEach(async () => {
  await queue.end()
})

const stored = () =>
  own.as('audit', async (client) => {
    const { rows } = await client.query('select request_id, xid::text from audit.line order by xid, id')
    return rows as { request_id: string; xid: string }[]
  })
const refused = /invalid input syntax/

describe('閲覧の記録の待ち行列', () => {
  it('確定してから答えを返してよいと言う', async () => {
    await queue.add(aLine({ requestId: '一件目' }))
    expect(await stored()).toMatchObject([{ request_id: '一件目' }])
  })

  it('一束を書く間に来た分を次の一束にまとめる', async () => {
    await Promise.all(Array.from({ length: 31 }, (_, n) => queue.add(aLine({ requestId: `要求${n}` }))))
    const lines = await stored()
    expect(lines.map((line) => line.request_id)).toEqual(Array.from({ length: 31 }, (_, n) => `要求${n}`))
    expect(new Set(lines.map((line) => line.xid)).size).toBe(3) // 1 + 20 + 10
  })

  it('書けない行は断り、同じ束のほかの行は残す', async () => {
    const results = await Promise.allSettled([
      queue.add(aLine({ requestId: '先頭' })),
      queue.add(aLine({ requestId: '良い行' })),
      queue.add(aLine({ requestId: '悪い行', personIds: ['番号でない'] })),
      queue.add(aLine({ requestId: '良い行二' })),
    ])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
    expect((results[2] as PromiseRejectedResult).reason.message).toMatch(refused)
    expect((await stored()).map((line) => line.request_id)).toEqual(['先頭', '良い行', '良い行二'])
  })

  it('接続が切られても、次の行は自分でつなぎ直して書く', async () => {
    await queue.add(aLine({ requestId: '切る前' }))
    await terminate()
    await queue.add(aLine({ requestId: '切った後' }))
    expect((await stored()).map((line) => line.request_id)).toEqual(['切る前', '切った後'])
  })

  it('書いている最中に切られた行は断り、二重に書かない', async () => {
    await queue.add(aLine({ requestId: '切る前' }))
    await own.as('superuser', async (client) => {
      await client.query('begin; lock table audit.line in access exclusive mode')
      const added = expect(queue.add(aLine({ requestId: '途中' }))).rejects.toThrow()
      await new Promise((done) => setTimeout(done, 100))
      await terminate()
      await added
      await client.query('commit')
    })
    await queue.add(aLine({ requestId: '切った後' }))
    expect((await stored()).map((line) => line.request_id)).toEqual(['切る前', '切った後'])
  })

  it('待ちが多すぎるときは 503 で断り、待っている分は書く', async () => {
    const results = await Promise.allSettled(Array.from({ length: 80 }, () => queue.add(aLine())))
    const reasons = results.filter((result) => result.status === 'rejected').map(({ reason }) => reason)
    expect(reasons.length).toBe(80 - 51) // one is under way, fifty wait
    expect(reasons[0]).toMatchObject({ code: 'overloaded', status: 503 })
    expect((await stored()).length).toBe(51)
  })

  it('終えるときは待っている分を書いてから離れる', async () => {
    const added = [queue.add(aLine()), queue.add(aLine()), queue.add(aLine())]
    await queue.end()
    await Promise.all(added)
    expect((await stored()).length).toBe(3)
    await expect(queue.add(aLine())).rejects.toThrow('ended')
  })
})

const terminate = () =>
  own.as('superuser', (client) =>
    client.query(`select pg_terminate_backend(pid, 2000) from pg_stat_activity
      where application_name = 'meguri audit queue' and datname = current_database()`),
  )
