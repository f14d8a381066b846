import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../database/testing/database.ts'
import { anActor, asOwner, setSetting } from '../testing/insurer.ts'
import type { Identity } from './identity.ts'
import { anAccount, cookieOf, movingClock, openIdentity, PASSWORD, PUBLISHED } from './testing/account.ts'
import { sessionFor } from './testing/session-for.ts'

let database: TestDatabase
let identity: Identity
let elsewhere: Identity // a second server process, as far as memory goes
const clock = movingClock('2026-11-22T09:00:00+09:00')

beforeAll(async () => {
  database = await testDatabase()
  identity = await openIdentity(database, clock)
  elsewhere = await openIdentity(database, clock)
})
afterAll(() => Promise.all([identity.end(), elsewhere.end()]))

const sql = (text: string, values: unknown[]) => asOwner(database, (client) => client.query(text, values))
/** Long enough for a notification, far shorter than the second for which sessions are remembered. */
const heard = () => wait(150)
const signedInAt = async (cookie: string) => (await elsewhere.findSession(cookie)) !== null

describe('セッションの終わり', () => {
  it('操作がないと30分で終わる。29分59.999秒なら続き、そこから数え直す', async () => {
    const { staffNumber } = await anAccount(database, identity)
    const cookie = await cookieOf(identity, staffNumber)
    clock.move({ minutes: 29, seconds: 59, milliseconds: 999 })
    expect(await identity.findSession(cookie)).not.toBeNull()
    clock.move({ minutes: 29, seconds: 59, milliseconds: 999 })
    expect(await identity.findSession(cookie)).not.toBeNull()
    clock.move({ minutes: 30 })
    expect(await identity.findSession(cookie)).toBeNull()
  })

  it('保険者の設定で短くできる', async () => {
    const { insurer, staffNumber } = await anAccount(database, identity)
    await asOwner(database, (client) => setSetting(client, insurer.id, 'security.idle-minutes', 5))
    const cookie = await cookieOf(identity, staffNumber)
    clock.move({ minutes: 5 })
    expect(await identity.findSession(cookie)).toBeNull()
  })

  it('使い続けても12時間で終わる', async () => {
    const { staffNumber } = await anAccount(database, identity)
    const cookie = await cookieOf(identity, staffNumber)
    for (let n = 0; n < 35; n += 1) {
      clock.move({ minutes: 20 })
      expect(await identity.findSession(cookie)).not.toBeNull()
    }
    clock.move({ minutes: 19, seconds: 59, milliseconds: 999 })
    expect(await identity.findSession(cookie)).not.toBeNull()
    clock.move({ milliseconds: 1 })
    expect(await identity.findSession(cookie)).toBeNull()
  })

  it('最後の操作は1分に1回だけ書かれる', async () => {
    const { staffNumber } = await anAccount(database, identity)
    const cookie = await cookieOf(identity, staffNumber)
    const id = (await identity.currentSession(cookie))!.id
    const written = async () =>
      (await sql('select last_used_at::text as at from identity.session where id = $1', [id])).rows[0].at
    const before = await written()
    clock.move({ seconds: 59 })
    await identity.findSession(cookie)
    expect(await written()).toBe(before)
    clock.move({ seconds: 1 })
    await identity.findSession(cookie)
    expect(await written()).not.toBe(before)
  })

  it('サインアウトすると、ほかのプロセスの記憶からもすぐ消える', async () => {
    const { staffNumber } = await anAccount(database, identity)
    const cookie = await cookieOf(identity, staffNumber)
    expect(await signedInAt(cookie)).toBe(true)
    await identity.signOut((await identity.currentSession(cookie))!)
    await heard()
    expect(await signedInAt(cookie)).toBe(false)
  })

  it.each([
    [
      '取り消し',
      (staffId: string) =>
        sql('delete from identity.session using identity.login l where l.id = login_id and l.staff_id = $1', [
          staffId,
        ]),
    ],
    [
      '退職',
      (staffId: string) => sql(`update registers.staff set valid_to = '2026-11-01' where id = $1`, [staffId]),
    ],
  ])('%s は、ほかのプロセスの記憶からもすぐ消える', async (_, end) => {
    const { actor, staffNumber } = await anAccount(database, identity)
    const cookie = await cookieOf(identity, staffNumber)
    expect(await signedInAt(cookie)).toBe(true)
    await end(actor.staffId)
    await heard()
    expect(await signedInAt(cookie)).toBe(false)
  })

  it('知らせが途切れている間は記憶から答えず、つながり直せばまた聞こえる', async () => {
    const { staffNumber } = await anAccount(database, identity)
    const [first, second] = [await cookieOf(identity, staffNumber), await cookieOf(identity, staffNumber)]
    expect(await signedInAt(first)).toBe(true)
    const superuser = new pg.Client(database.client('superuser'))
    await superuser.connect()
    await superuser.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'meguri identity listener' and datname = current_database()`,
    )
    await superuser.end()
    await heard()
    const end = (cookie: string) =>
      sql('delete from identity.session where token = $1', [identity.cookie.tokenOf(cookie)])
    await end(first)
    expect(await signedInAt(first)).toBe(false)
    await wait(1_200)
    expect(await signedInAt(second)).toBe(true)
    await end(second)
    await heard()
    expect(await signedInAt(second)).toBe(false)
  })

  it('自分の端末の一覧から1つだけ終わらせられる。他人のものは終わらせられない', async () => {
    const { staffNumber } = await anAccount(database, identity)
    const other = await anAccount(database, identity)
    const [desk, field] = [await cookieOf(identity, staffNumber), await cookieOf(identity, staffNumber)]
    const record = (await identity.currentSession(desk))!
    const stranger = (await identity.currentSession(await cookieOf(identity, other.staffNumber)))!
    expect(await identity.listSessions(record)).toHaveLength(2)
    const fieldId = (await identity.currentSession(field))!.id
    expect(await identity.endSession(stranger, fieldId)).toBe(false)
    expect(await identity.findSession(field)).not.toBeNull()
    expect(await identity.endSession(record, fieldId)).toBe(true)
    expect(await identity.findSession(field)).toBeNull()
    expect((await identity.listSessions(record)).map((one) => one.isCurrent)).toEqual([true])
  })
})

describe('職', () => {
  it('昨日で終わった職のセッションは何も見えず、別の職を選ぶと動く', async () => {
    const { actor, insurer, staffNumber } = await anAccount(database, identity)
    const cookie = await cookieOf(identity, staffNumber)
    expect((await elsewhere.findSession(cookie))?.actor?.postId).toBe(actor.postId)
    const yesterday = clock.today().subtract({ days: 1 }).toString()
    await sql('update registers.post set valid_to = $2 where id = $1', [actor.postId, yesterday])
    await heard()
    expect(await elsewhere.findSession(cookie)).toEqual({ actor: null, restricted: 'post' })
    const next = await sql(
      `insert into registers.post (insurer_id, staff_id, role, centre_id, valid_from) values ($1, $2, 'planner', $3, '2020-04-01') returning id`,
      [insurer.id, actor.staffId, insurer.centres.b],
    )
    const record = (await identity.currentSession(cookie))!
    expect(await identity.takePost(record, actor.postId)).toBe(false)
    expect(await identity.takePost(record, next.rows[0].id)).toBe(true)
    const found = await identity.findSession(cookie)
    expect(found?.restricted).toBeNull()
    expect(found?.actor).toMatchObject({
      role: 'planner',
      centreId: insurer.centres.b,
      centreIds: [insurer.centres.b],
    })
  })

  it('今日で終わる職は今日まで、明日からの職は明日から', async () => {
    const { actor, staffNumber } = await anAccount(database, identity)
    const cookie = await cookieOf(identity, staffNumber)
    await sql('update registers.post set valid_to = $2 where id = $1', [
      actor.postId,
      clock.today().toString(),
    ])
    await heard()
    expect((await identity.findSession(cookie))?.restricted).toBeNull()
    const tomorrow = clock.today().add({ days: 1 }).toString()
    await sql('update registers.post set valid_from = $2, valid_to = null where id = $1', [
      actor.postId,
      tomorrow,
    ])
    await heard()
    expect((await identity.findSession(cookie))?.restricted).toBe('post')
  })

  it('他人の職は取れない', async () => {
    const { insurer, staffNumber } = await anAccount(database, identity)
    const colleague = await anActor(database, insurer, 'officer')
    const record = (await identity.currentSession(await cookieOf(identity, staffNumber)))!
    expect(await identity.takePost(record, colleague.postId)).toBe(false)
  })

  it('自分のセンターとその下のブランチが見える範囲になる。横のセンターは入らない', async () => {
    const { insurer, staffNumber } = await anAccount(database, identity, {
      role: 'coreCentreStaff',
      centre: 'core',
    })
    const below = await sql(
      `insert into registers.centre (insurer_id, name, short_name, kind, parent_id, operation, valid_from)
       values ($1, '試験サブ', 'サブ', 'sub', $2, 'direct', '2020-04-01') returning id`,
      [insurer.id, insurer.centres.branch],
    )
    const found = await identity.findSession(await cookieOf(identity, staffNumber))
    const { core, branch } = insurer.centres
    expect(found?.actor?.centreIds.toSorted()).toEqual([core, branch, below.rows[0].id].toSorted())
  })
})

describe('最初にしなければならないこと', () => {
  it('最初のパスワードは変えるまで制限され、変えると入り直さずに動き、ほかの端末は終わる', async () => {
    const { staffNumber } = await anAccount(database, identity, { mustChangePassword: true })
    const [desk, field] = [await cookieOf(identity, staffNumber), await cookieOf(identity, staffNumber)]
    expect((await identity.findSession(desk))?.restricted).toBe('password')
    const record = (await identity.currentSession(desk))!
    const change = (next: string, current = PASSWORD) => identity.changePassword(record, { current, next })
    expect(await change('aoi-sora-to-umi', 'chigau-password')).toEqual({ outcome: 'wrong-password' })
    for (const [next, code] of [
      ['mijikai-yo1', 'too-short'],
      [`${staffNumber}1234567`, 'staff-number'],
      [PUBLISHED, 'published'],
      [PASSWORD, 'same'],
      ['aaaaaaaaaaaa', 'repeated'],
    ] as const)
      expect(await change(next)).toMatchObject({ outcome: 'refused', code })
    const changed = await change('aoi-sora-12c')
    if (changed.outcome !== 'changed') throw new Error(changed.outcome)
    expect(await identity.findSession(desk)).toBeNull()
    expect(await identity.findSession(field)).toBeNull()
    expect((await identity.findSession(identity.cookie.pair(changed.token)))?.restricted).toBeNull()
    expect((await identity.signIn({ staffNumber, password: PASSWORD })).outcome).toBe('refused')
  })

  it('2要素を求める保険者では、設定するまで制限される', async () => {
    const { staffNumber } = await anAccount(database, identity, { twoFactorsRequired: true })
    expect((await identity.findSession(await cookieOf(identity, staffNumber)))?.restricted).toBe(
      'second-factor',
    )
  })

  it('見本ではどちらも求められない', async () => {
    const sample = { mustChangePassword: true, twoFactorsRequired: true, isSample: true }
    const { staffNumber } = await anAccount(database, identity, sample)
    expect((await identity.findSession(await cookieOf(identity, staffNumber)))?.restricted).toBeNull()
  })

  it('管理者が出し直したパスワードは変更が要り、閉じた口座も開く', async () => {
    const { insurer, actor, staffNumber } = await anAccount(database, identity)
    const cookie = await cookieOf(identity, staffNumber)
    for (let n = 0; n < 5; n += 1) await identity.signIn({ staffNumber, password: 'chigau-password' })
    expect(await identity.resetPassword({ insurerId: insurer.id + 1, staffId: actor.staffId })).toBeNull()
    const password = (await identity.resetPassword({ insurerId: insurer.id, staffId: actor.staffId }))!
    expect(await identity.findSession(cookie)).toBeNull()
    const fresh = await cookieOf(identity, staffNumber, { password })
    expect((await identity.findSession(fresh))?.restricted).toBe('password')
  })
})

describe('試験のためのセッション', () => {
  it('sessionFor のクッキーで、その職の人になる', async () => {
    const { insurer } = await anAccount(database, identity)
    const actor = await anActor(database, insurer, 'officer')
    const cookie = await sessionFor(database.client('identity'), { ...actor, clock })
    expect((await identity.findSession(cookie))?.actor).toEqual({ ...actor, sessionId: expect.any(String) })
  })
})
