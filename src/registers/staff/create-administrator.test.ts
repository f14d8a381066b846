import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import type { Identity } from '../../platform/identity/index.ts'
import { resetByNumber, revokeByNumber } from '../../platform/identity/operator.ts'
import { openIdentity } from '../../platform/identity/testing/account.ts'
import { createAdministrator } from './create-administrator.ts'

const clock = fixedClock('2026-11-22T10:00:00+09:00')
const NUMBER = '990010'

// Databases of their own: the first real insurer settles for good that a database is no sample.
async function ownDatabase(label: string) {
  const shared = await testDatabase()
  const name = `meguri_operator_${label}_${process.pid}`
  const client = new pg.Client(shared.client('superuser'))
  await client.connect()
  await client.query(`create database ${name} template meguri_template strategy file_copy`)
  await client.query(`grant create on database ${name} to meguri_owner`) // grants of a database are not copied
  await client.end()
  return {
    ...shared,
    client: (role: Parameters<TestDatabase['client']>[0]) => ({ ...shared.client(role), database: name }),
  }
}

let database: Awaited<ReturnType<typeof ownDatabase>>
let identity: Identity
const open = async () => database
beforeAll(async () => {
  database = await ownDatabase('real')
  identity = await openIdentity(database, clock)
})
afterAll(() => identity.end())

const input = {
  insurer: NUMBER,
  insurerName: undefined,
  isUnion: false,
  staffNumber: undefined,
  name: undefined,
}
const create = (change: Partial<typeof input> | { insurerName: string } | { staffNumber: string } = {}) =>
  createAdministrator(open, { ...input, ...change }, clock)
const passwordIn = (lines: string[]) => /パスワード {2}(\S+)/.exec(lines.join('\n'))?.[1] ?? ''
const outcome = async (staffNumber: string, password: string) =>
  (await identity.signIn({ staffNumber, password })).outcome

describe('bin/meguri admin create', () => {
  it.each([
    ['', '--insurer に'],
    ['99001', '6けた'],
    ['990011', '検査数字'],
    [NUMBER, '--insurer-name'],
  ])('保険者番号「%s」だけでは断り、理由を言う', async (insurer, reason) => {
    const { isDone, lines } = await create({ insurer })
    expect(isDone).toBe(false)
    expect(lines.join('')).toContain(reason)
  })

  it('保険者と管理者を作り、出したパスワードで入れて、変更が要る。2人目は名前なしで作れる', async () => {
    const first = await create({ insurerName: '試験市（架空）' })
    expect(first.isDone).toBe(true)
    const staffNumber = `admin-${NUMBER}`
    const result = await identity.signIn({ staffNumber, password: passwordIn(first.lines) })
    if (result.outcome !== 'signed-in') throw new Error(result.outcome)
    const found = await identity.findSession(identity.cookie.pair(result.token))
    expect(found).toMatchObject({ actor: { role: 'administrator' }, restricted: 'password' })
    expect((await create()).lines.join('')).toContain('使われています')
    expect((await create({ staffNumber: 'admin-2' })).isDone).toBe(true)
  })

  it('見本のデータベースでは断る', async () => {
    const sample = await ownDatabase('sample')
    const client = new pg.Client(sample.client('owner'))
    await client.connect()
    await client.query(
      `insert into platform.installation (is_sample, seed, scale, anchor_on, attribution) values (true, 1, 1, '2026-11-22', '架空')`,
    )
    await client.end()
    const named = { ...input, insurerName: '試験市（架空）' }
    const { isDone, lines } = await createAdministrator(async () => sample, named, clock)
    expect(isDone).toBe(false)
    expect(lines.join('')).toContain('見本')
  })
})

describe('bin/meguri password reset と session revoke', () => {
  it('出し直したパスワードで入れ、取り消すとサーバーのセッションがすぐ終わり、監査に残る', async () => {
    await create({ insurerName: '試験市（架空）', staffNumber: 'admin-3' })
    const reset = await resetByNumber(open, 'ADMIN-3', true, clock)
    const password = passwordIn(reset.lines)
    expect(await outcome('admin-3', 'chigau-password')).toBe('refused')
    const result = await identity.signIn({ staffNumber: 'admin-3', password })
    if (result.outcome !== 'signed-in') throw new Error(result.outcome)
    const cookie = identity.cookie.pair(result.token)
    expect(await identity.findSession(cookie)).not.toBeNull()
    expect((await revokeByNumber(open, 'admin-3', clock)).lines).toEqual([
      'サインインを 1 件終わらせました。',
    ])
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(await identity.findSession(cookie)).toBeNull()
    const client = new pg.Client(database.client('owner'))
    await client.connect()
    const { rows } = await client.query<{ action: string }>('select action from audit.line order by id')
    await client.end()
    expect(rows.slice(-3).map((row) => row.action)).toEqual([
      'staff.password-reset',
      'staff.second-factor-reset',
      'session.revoked',
    ])
  })

  it('いない職員番号は、どうすればよいかを言って断る', async () => {
    for (const report of [
      await revokeByNumber(open, 'inai', clock),
      await resetByNumber(open, undefined, false, clock),
    ])
      expect(report).toMatchObject({ isDone: false, lines: [expect.stringContaining('職員番号')] })
  })
})
