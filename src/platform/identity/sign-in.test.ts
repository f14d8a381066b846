import { getMigrations } from 'better-auth/db/migration'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../database/testing/database.ts'
import { asOwner } from '../testing/insurer.ts'
import { authOptions } from './auth.ts'
import type { Identity } from './identity.ts'
import { anAccount, cookieOf, movingClock, openIdentity, PASSWORD } from './testing/account.ts'
import { TEST_SECRET } from './testing/session-for.ts'
import { codeOf, counterAt } from './totp.ts'

let database: TestDatabase
let identity: Identity
const clock = movingClock('2026-11-22T09:00:00+09:00')

beforeAll(async () => {
  database = await testDatabase()
  identity = await openIdentity(database, clock)
})
afterAll(() => identity.end())

const outcome = async (staffNumber: string, password = PASSWORD, more = {}) =>
  (await identity.signIn({ staffNumber, password, ...more })).outcome

async function failTimes(staffNumber: string, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) expect(await outcome(staffNumber, 'chigau-password')).toBe('refused')
}

describe('表の形', () => {
  it('better-auth が求める表と列がそろっている', async () => {
    const pool = new pg.Pool({ ...database.client('owner'), options: '-c search_path=identity', max: 2 })
    try {
      const parts = { pool, secret: TEST_SECRET, origin: 'http://localhost' }
      const { toBeCreated, toBeAdded } = await getMigrations(authOptions(parts))
      expect([...toBeCreated, ...toBeAdded].map(({ table }) => table)).toEqual([])
    } finally {
      await pool.end()
    }
  })
})

describe('サインイン', () => {
  it('職員番号とパスワードで入り、職とセンターが決まる', async () => {
    const { actor, staffNumber } = await anAccount(database, identity)
    const found = await identity.findSession(await cookieOf(identity, staffNumber))
    expect(found?.restricted).toBeNull()
    expect(found?.actor).toEqual({ ...actor, sessionId: expect.any(String) })
  })

  it('全角の職員番号、大文字の職員番号でも入れる', async () => {
    const { staffNumber } = await anAccount(database, identity)
    const wide = staffNumber
      .toUpperCase()
      .replaceAll(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    expect(await outcome(` ${wide} `)).toBe('signed-in')
  })

  it('パスワードが違えば入れない。いない職員番号も同じ答え', async () => {
    const { staffNumber } = await anAccount(database, identity)
    expect(await outcome(staffNumber, 'chigau-password')).toBe('refused')
    expect(await outcome('inai-shokuin')).toBe('refused')
  })

  it('職員番号のとおりに署名のないクッキー、書き換えたクッキーは通らない', async () => {
    const { staffNumber } = await anAccount(database, identity)
    const cookie = await cookieOf(identity, staffNumber)
    const [token] = decodeURIComponent(cookie.split('=')[1]!).split('.')
    for (const forged of [
      undefined,
      '',
      'meguri_session=%E0%A4%A',
      `meguri_session=${token}`,
      `meguri_session=${token}.AAAA`,
    ])
      expect(await identity.findSession(forged)).toBeNull()
    expect(await identity.findSession(`other=1; ${cookie}; last=2`)).not.toBeNull()
  })

  it('昨日で退職した職員は、正しいパスワードでも同じ答えで入れない', async () => {
    const { actor, staffNumber } = await anAccount(database, identity)
    await asOwner(database, (client) =>
      client.query(`update registers.staff set valid_to = '2026-11-21' where id = $1`, [actor.staffId]),
    )
    expect(await outcome(staffNumber)).toBe('refused')
  })

  it('職が昨日で終わっていれば、職がないと分かる', async () => {
    const { actor, staffNumber } = await anAccount(database, identity)
    await asOwner(database, (client) =>
      client.query(`update registers.post set valid_to = '2026-11-21' where id = $1`, [actor.postId]),
    )
    expect(await outcome(staffNumber)).toBe('no-post')
  })
})

describe('続けて間違えたとき', () => {
  it('4回までなら正しいパスワードで入れ、数え直しになる', async () => {
    const { staffNumber } = await anAccount(database, identity)
    await failTimes(staffNumber, 4)
    expect(await outcome(staffNumber)).toBe('signed-in')
    await failTimes(staffNumber, 4)
    expect(await outcome(staffNumber)).toBe('signed-in')
  })

  it('5回で15分閉じる。1ミリ秒前は入れず、15分ちょうどで入れる', async () => {
    const { staffNumber } = await anAccount(database, identity)
    await failTimes(staffNumber, 5)
    expect(await outcome(staffNumber)).toBe('refused')
    clock.move({ minutes: 14, seconds: 59, milliseconds: 999 })
    expect(await outcome(staffNumber)).toBe('refused')
    clock.move({ milliseconds: 1 })
    expect(await outcome(staffNumber)).toBe('signed-in')
  })

  it('6回目は30分に延びる', async () => {
    const { staffNumber } = await anAccount(database, identity)
    await failTimes(staffNumber, 5)
    clock.move({ minutes: 15 })
    await failTimes(staffNumber, 1)
    clock.move({ minutes: 29, seconds: 59 })
    expect(await outcome(staffNumber)).toBe('refused')
    clock.move({ seconds: 1 })
    expect(await outcome(staffNumber)).toBe('signed-in')
  })

  it('同時に送っても5回しか試せない', async () => {
    const { staffNumber } = await anAccount(database, identity)
    const tries = Array.from({ length: 8 }, () => outcome(staffNumber, 'chigau-password'))
    expect(new Set(await Promise.all(tries))).toEqual(new Set(['refused']))
    const count = await asOwner(database, (client) =>
      client.query('select failed_count as n from identity.login where username = $1', [staffNumber]),
    )
    expect(count.rows[0].n).toBe(5)
  })

  it('ほかの職員は閉じない（アドレスではなく口座ごと）', async () => {
    const { staffNumber } = await anAccount(database, identity)
    const other = await anAccount(database, identity)
    await failTimes(staffNumber, 5)
    expect(await outcome(other.staffNumber)).toBe('signed-in')
  })
})

/** Sets the second factor up and returns a maker of codes. */
async function withSecondFactor(staffNumber: string) {
  const cookie = await cookieOf(identity, staffNumber)
  const record = (await identity.currentSession(cookie))!
  const started = (await identity.startSecondFactor(record))!
  const secret = fromBase32(started.secret)
  expect(await identity.confirmSecondFactor(record, '000000x')).toBeNull()
  const code = (steps = 0) => codeOf(secret, counterAt(clock.now()) + steps)
  const recoveryCodes = (await identity.confirmSecondFactor(record, code()))!
  expect(recoveryCodes).toHaveLength(10)
  return { code, recoveryCodes, record }
}

function fromBase32(text: string): string {
  const bits = [...text]
    .map((one) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one).toString(2).padStart(5, '0'))
    .join('')
  return (bits.match(/.{8}/g) ?? []).map((byte) => String.fromCharCode(Number.parseInt(byte, 2))).join('')
}

describe('2要素', () => {
  it('RFC 6238 の例と同じ6けたになる', () => {
    // Appendix B, SHA-1: 59 s → 94287082, 1111111109 s → 07081804 (the last six digits)
    const key = '12345678901234567890'
    expect(codeOf(key, Math.floor(59 / 30))).toBe('287082')
    expect(codeOf(key, Math.floor(1_111_111_109 / 30))).toBe('081804')
  })

  it('コードがなければ求められ、正しいコードで入れ、同じコードは二度使えない', async () => {
    const { staffNumber } = await anAccount(database, identity)
    const { code } = await withSecondFactor(staffNumber)
    expect(await outcome(staffNumber)).toBe('second-factor-required')
    expect(await outcome(staffNumber, PASSWORD, { totp: code() })).toBe('second-factor-wrong') // used to confirm
    clock.move({ seconds: 30 })
    expect(await outcome(staffNumber, PASSWORD, { totp: '000000' })).toBe('second-factor-wrong')
    expect(await outcome(staffNumber, PASSWORD, { totp: code() })).toBe('signed-in')
    expect(await outcome(staffNumber, PASSWORD, { totp: code() })).toBe('second-factor-wrong')
  })

  it('時計のずれは前後30秒まで。それより古いコードは通らない', async () => {
    const { staffNumber } = await anAccount(database, identity)
    const { code } = await withSecondFactor(staffNumber)
    clock.move({ minutes: 5 })
    expect(await outcome(staffNumber, PASSWORD, { totp: code(-2) })).toBe('second-factor-wrong')
    expect(await outcome(staffNumber, PASSWORD, { totp: code(2) })).toBe('second-factor-wrong')
    expect(await outcome(staffNumber, PASSWORD, { totp: code(-1) })).toBe('signed-in')
    expect(await outcome(staffNumber, PASSWORD, { totp: code(1) })).toBe('signed-in')
  })

  it('時計が戻っても、使ったコードは通らない。時計が追いつけば次のコードで入れる', async () => {
    const { staffNumber } = await anAccount(database, identity)
    const { code } = await withSecondFactor(staffNumber)
    clock.move({ minutes: 5 })
    const used = code()
    expect(await outcome(staffNumber, PASSWORD, { totp: used })).toBe('signed-in')
    clock.move({ seconds: -30 })
    expect(await outcome(staffNumber, PASSWORD, { totp: used })).toBe('second-factor-wrong') // within the 30 s that clocks may differ
    expect(await outcome(staffNumber, PASSWORD, { totp: code() })).toBe('second-factor-wrong') // older than the used one
    clock.move({ seconds: 60 })
    expect(await outcome(staffNumber, PASSWORD, { totp: code() })).toBe('signed-in')
  })

  it('コードの間違いも5回で閉じる。間にパスワードだけ送っても帳消しにならない', async () => {
    const { staffNumber } = await anAccount(database, identity)
    const { code } = await withSecondFactor(staffNumber)
    clock.move({ minutes: 1 })
    for (let n = 0; n < 5; n += 1) {
      expect(await outcome(staffNumber)).toBe('second-factor-required')
      expect(await outcome(staffNumber, PASSWORD, { totp: '000000' })).toBe('second-factor-wrong')
    }
    expect(await outcome(staffNumber, PASSWORD, { totp: code() })).toBe('refused')
  })

  it('回復コードは1回だけ使える', async () => {
    const { staffNumber } = await anAccount(database, identity)
    const { recoveryCodes } = await withSecondFactor(staffNumber)
    const [first, second] = recoveryCodes
    expect(await outcome(staffNumber, PASSWORD, { recoveryCode: first?.toUpperCase() })).toBe('signed-in')
    expect(await outcome(staffNumber, PASSWORD, { recoveryCode: first })).toBe('second-factor-wrong')
    const twice = [1, 2].map(() => outcome(staffNumber, PASSWORD, { recoveryCode: second }))
    expect((await Promise.all(twice)).sort()).toEqual(['second-factor-wrong', 'signed-in'])
  })

  it('やめるにはパスワードが要り、やめればパスワードだけで入れる', async () => {
    const { staffNumber } = await anAccount(database, identity)
    const { record } = await withSecondFactor(staffNumber)
    expect(await identity.startSecondFactor(record)).toBeNull()
    expect(await identity.disableSecondFactor(record, 'chigau-password')).toBe(false)
    expect(await identity.disableSecondFactor(record, PASSWORD)).toBe(true)
    expect(await outcome(staffNumber)).toBe('signed-in')
  })
})
