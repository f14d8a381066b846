import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../access/index.ts'
import { type TestDatabase, testDatabase } from '../database/testing/database.ts'
import { anApi, type Call } from '../tasks/testing/api.ts'
import { anActor, anInsurer, asOwner, engineOf, type TestInsurer } from '../testing/insurer.ts'
import { MAX_DRAFT_BYTES } from './index.ts'
import { routes } from './routes.ts'

let database: TestDatabase
let insurer: TestInsurer
let call: Call
let me: Actor
const path = '/api/drafts/consultation.new'
const none = { key: 'consultation.new', content: null, updatedAt: null }

beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  call = anApi(database, [routes])
  me = await anActor(database, insurer, 'centreStaff', 'a')
})

describe('下書き', () => {
  it('まだなければ空で答え、残し、読み、捨てる', async () => {
    expect(await call(me, 'GET', path)).toMatchObject({ status: 200, body: none })
    const saved = await call(me, 'PUT', path, { content: { text: '電話で', topics: ['ltci'] } })
    expect(saved.status).toBe(200)
    expect((await call(me, 'GET', path)).body).toEqual({
      key: 'consultation.new',
      content: { text: '電話で', topics: ['ltci'] },
      updatedAt: saved.body.updatedAt,
    })
    expect((await call(me, 'DELETE', path)).body).toEqual({ removed: true })
    expect((await call(me, 'DELETE', path)).body).toEqual({ removed: false })
  })

  it('書いた人だけが読める', async () => {
    const officer = await anActor(database, insurer, 'officer')
    await call(me, 'PUT', path, { content: 'x' })
    expect((await call(officer, 'GET', path)).body).toEqual(none)
  })

  it('別の画面で変わっていれば 409 と今の内容', async () => {
    const first = await call(me, 'PUT', path, { content: 1 })
    await call(me, 'PUT', path, { content: 2, updatedAt: first.body.updatedAt })
    const late = await call(me, 'PUT', path, { content: 3, updatedAt: first.body.updatedAt })
    expect(late).toMatchObject({ status: 409, body: { stored: { content: 2 } } })
  })

  it('200kBちょうどは残り、1バイト超えると断る', async () => {
    const content = 'a'.repeat(MAX_DRAFT_BYTES - 2) // two quotation marks
    expect((await call(me, 'PUT', path, { content })).status).toBe(200)
    expect((await call(me, 'PUT', path, { content: `${content}a` })).status).toBe(413)
  })

  it('14日を過ぎたものは出さず、片づける', async () => {
    await call(me, 'PUT', path, { content: 1 })
    const age = (interval: string) =>
      asOwner(database, (client) =>
        client.query(`update platform.draft set updated_at = now() - $2::interval where staff_id = $1`, [
          me.staffId,
          interval,
        ]),
      )
    await age('13 days 23 hours')
    expect((await call(me, 'GET', path)).body).toMatchObject({ content: 1 })
    await age('14 days 1 minute')
    expect((await call(me, 'GET', path)).body).toEqual(none)
    const [purged] = await engineOf(database).plain<{ n: number }>('select platform.purge_drafts() as n')
    expect(purged!.n).toBeGreaterThanOrEqual(1)
  })
})
