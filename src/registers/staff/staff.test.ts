import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mayRole, ROLE_NAMES } from '../../platform/access/index.ts'
import { fixedClock } from '../../platform/clock.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import type { Identity } from '../../platform/identity/index.ts'
import { openIdentity } from '../../platform/identity/testing/account.ts'
import { anActor, anInsurer, TEST_NOW, TEST_TODAY, workOf } from '../../platform/testing/insurer.ts'
import { postChoices } from './choices.ts'
import { findStaff, listStaff } from './list.ts'
import './policy.ts'
import type { NewStaff } from './schema.ts'
import * as service from './service.ts'

let database: TestDatabase
let identity: Identity
beforeAll(async () => {
  database = await testDatabase()
  identity = await openIdentity(database, fixedClock(TEST_NOW))
})
afterAll(() => identity.end())

async function anOffice() {
  const insurer = await anInsurer(database)
  const administrator = await anActor(database, insurer, 'administrator')
  const work = (action = 'staff.added') => workOf(database, administrator, { action })
  const input: NewStaff = {
    staffNumber: `n${randomUUID().slice(0, 13)}`,
    name: '試験 次郎',
    kana: 'シケン ジロウ',
    profession: 'socialWorker',
    post: {
      role: 'centreStaff',
      centreId: insurer.centres.a,
      organisationId: null,
      validFrom: TEST_TODAY,
      validTo: null,
    },
  }
  return { insurer, administrator, work, input }
}

const problem = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: { code: string; errors?: { path: string; code: string }[] }) => reason,
  )
  return { code: error?.code, errors: error?.errors?.map(({ path, code }) => `${path} ${code}`) }
}

describe('権限', () => {
  it.each(ROLE_NAMES.map((role) => [role, role === 'administrator'] as const))(
    '職員の管理: %s は %s',
    (role, expected) => expect(mayRole(role, 'staff.manage')).toBe(expected),
  )

  it('管理者でない職の接続からは、扉も開かない（第二の鍵）', async () => {
    const { insurer, input } = await anOffice()
    for (const role of ['officer', 'centreManager'] as const) {
      const other = await anActor(database, insurer, role)
      expect((await problem(service.addStaff(workOf(database, other), input))).code).toBe('42501')
    }
  })
})

describe('職員の登録', () => {
  it('登録した職員は最初のパスワードで入れ、管理者の職は見えない', async () => {
    const { work, input, insurer } = await anOffice()
    const { staffId, firstPassword } = await service.addStaff(work(), input)
    const result = await identity.signIn({ staffNumber: input.staffNumber, password: firstPassword })
    if (result.outcome !== 'signed-in') throw new Error(result.outcome)
    const found = await identity.currentSession(identity.cookie.pair(result.token))
    expect(found).toMatchObject({ staffId, actor: { role: 'centreStaff', centreId: insurer.centres.a } })
    const page = await listStaff(work('staff.listed'), identity, { cursor: null, limit: 200 })
    expect(page.rows.find((row) => row.id === staffId)).toMatchObject({
      staffNumber: input.staffNumber,
      posts: [{ role: 'centreStaff', roleLabel: '包括職員', centreName: '試験センターA', validTo: null }],
    })
  })

  it('同じ職員番号は断り、職員も口座も残さない', async () => {
    const { work, input } = await anOffice()
    await service.addStaff(work(), input)
    expect(await problem(service.addStaff(work(), input))).toEqual({
      code: 'invalid',
      errors: ['staffNumber taken'],
    })
    const wide = { ...input, staffNumber: input.staffNumber.toUpperCase() } // the log-in name would be the same
    expect((await problem(service.addStaff(work(), wide))).errors).toEqual(['staffNumber taken'])
    expect((await listStaff(work('staff.listed'), identity, { cursor: null, limit: 200 })).rows).toHaveLength(
      2,
    )
  })

  it.each([
    ['centreStaff', { centreId: null }, 'post.centreId centre-needed'],
    ['contractedCareManager', { organisationId: null }, 'post.organisationId organisation-needed'],
    ['mayor', {}, 'post.role unknown-role'],
    ['officer', { validTo: '2026-11-21' }, 'post.validTo ends-before-it-begins'],
  ])('足りない職（%s %o）は、欄を示して断る', async (role, change, error) => {
    const { work, input } = await anOffice()
    const staff = { ...input, post: { ...input.post, role, ...change } }
    expect(await problem(service.addStaff(work(), staff))).toEqual({ code: 'invalid', errors: [error] })
  })

  it('ほかの保険者のセンターは選べない', async () => {
    const { work, input } = await anOffice()
    const elsewhere = await anInsurer(database)
    const staff = { ...input, post: { ...input.post, centreId: elsewhere.centres.a } }
    expect((await problem(service.addStaff(work(), staff))).errors).toEqual(['post.centreId unknown'])
  })

  it('一覧は続きがあり、ほかの保険者の職員は出ない', async () => {
    const { work, input, administrator } = await anOffice()
    const { staffId } = await service.addStaff(work(), input)
    const other = await anOffice()
    const first = await listStaff(work(), identity, { cursor: null, limit: 1 })
    const second = await listStaff(work(), identity, { cursor: first.nextCursor, limit: 1 })
    expect([first, second].flatMap((page) => page.rows.map((row) => row.id)).toSorted()).toEqual(
      [staffId, administrator.staffId].toSorted(),
    )
    expect(second.nextCursor).toBeNull()
    expect((await listStaff(other.work(), identity, { cursor: null, limit: 200 })).rows).toHaveLength(1)
  })
})

describe('職を終える、加える', () => {
  it('昨日で終えた職では入れず、加えた職で入れる', async () => {
    const { work, input, insurer } = await anOffice()
    const staff = { ...input, post: { ...input.post, validFrom: '2026-04-01' } }
    const { staffId, firstPassword } = await service.addStaff(work(), staff)
    const page = await listStaff(work(), identity, { cursor: null, limit: 200 })
    const post = page.rows.find((row) => row.id === staffId)!.posts[0]!
    const end = (version: number, lastDay: string) =>
      problem(service.endPost(work('staff.post-ended'), post.id, { version, lastDay }))
    expect((await end(post.version, '2026-03-31')).errors).toEqual(['lastDay ends-before-it-begins'])
    expect((await end(post.version + 1, '2026-11-21')).code).toBe('conflict')
    expect((await end(post.version, '2026-11-21')).code).toBeUndefined()
    const credentials = { staffNumber: input.staffNumber, password: firstPassword }
    expect((await identity.signIn(credentials)).outcome).toBe('no-post')
    const next = { ...input.post, role: 'planner', centreId: insurer.centres.b }
    await service.addPost(work('staff.post-added'), staffId, next)
    expect((await identity.signIn(credentials)).outcome).toBe('signed-in')
  })

  it('ほかの保険者の職、自分の使っている職は終えられない', async () => {
    const { work, administrator } = await anOffice()
    const other = await anOffice()
    const last = { version: 1, lastDay: TEST_TODAY }
    expect((await problem(service.endPost(work(), other.administrator.postId, last))).code).toBe('not-found')
    expect((await problem(service.endPost(work(), administrator.postId, last))).errors).toEqual([
      'postId own-post',
    ])
  })
})

describe('パスワードと2要素の出し直し', () => {
  it('新しいパスワードだけで入れる。ほかの保険者の職員には効かない', async () => {
    const { work, input } = await anOffice()
    const { staffId, firstPassword } = await service.addStaff(work(), input)
    const other = await anOffice()
    expect((await problem(service.resetPassword(other.work(), identity, staffId))).code).toBe('not-found')
    expect((await problem(service.resetSecondFactor(other.work(), identity, staffId))).code).toBe('not-found')
    const next = await service.resetPassword(work('staff.password-reset'), identity, staffId)
    const outcome = async (password: string) =>
      (await identity.signIn({ staffNumber: input.staffNumber, password })).outcome
    expect(await outcome(firstPassword)).toBe('refused')
    expect(await outcome(next)).toBe('signed-in')
    await service.resetSecondFactor(work('staff.second-factor-reset'), identity, staffId)
  })
})

describe('口座の状態とサインインの取り消し', () => {
  it('最初のパスワードのまま、サインイン中、取り消したあとを言い分け、ほかの保険者には見せない', async () => {
    const { work, input } = await anOffice()
    const other = await anOffice()
    const { staffId, firstPassword } = await service.addStaff(work(), input)
    const account = async () => (await findStaff(work('staff.viewed'), identity, staffId)).account
    expect(await account()).toEqual({
      mustChangePassword: true,
      hasSecondFactor: false,
      lockedUntil: null,
      sessionCount: 0,
      lastUsedAt: null,
    })
    await identity.signIn({ staffNumber: input.staffNumber, password: firstPassword })
    expect(await account()).toMatchObject({ sessionCount: 1, lastUsedAt: expect.stringContaining('Z') })
    expect((await problem(service.revokeSessions(other.work(), identity, staffId))).code).toBe('not-found')
    expect((await problem(findStaff(other.work(), identity, staffId))).code).toBe('not-found')
    expect(await service.revokeSessions(work('staff.sessions-revoked'), identity, staffId)).toBe(1)
    expect(await account()).toMatchObject({ sessionCount: 0 })
    for (let attempt = 0; attempt < 10; attempt++)
      await identity.signIn({ staffNumber: input.staffNumber, password: 'wrong' })
    expect((await account())?.lockedUntil).toMatch(/Z$/)
  })

  it('職に選べるのは、その保険者のセンターだけ。役割は要るものを言う', async () => {
    const { work, insurer } = await anOffice()
    await anOffice()
    const { roles, centres } = await postChoices(work())
    expect(centres.map(({ id }) => id).toSorted()).toEqual(Object.values(insurer.centres).toSorted())
    expect(roles.find(({ role }) => role === 'contractedCareManager')?.reach).toBe('assignment')
    expect(roles).toHaveLength(ROLE_NAMES.length)
  })
})
