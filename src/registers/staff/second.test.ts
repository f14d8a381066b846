import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ROLE_NAMES, ROLES } from '../../platform/access/index.ts'
import { fixedClock } from '../../platform/clock.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import type { Identity } from '../../platform/identity/index.ts'
import { openIdentity } from '../../platform/identity/testing/account.ts'
import {
  anActor,
  anInsurer,
  asOwner,
  engineOf,
  TEST_NOW,
  TEST_TODAY,
  workOf,
} from '../../platform/testing/insurer.ts'
import { contributes } from './contributes.ts'
import { decideRequest, listRequests } from './requests.ts'
import type { NewPost } from './schema.ts'
import * as service from './service.ts'

let database: TestDatabase
let identity: Identity
beforeAll(async () => {
  database = await testDatabase()
  identity = await openIdentity(database, fixedClock(TEST_NOW))
})
afterAll(() => identity.end())

const post = (role: string, change: Partial<NewPost> = {}): NewPost => ({
  role,
  centreId: null,
  organisationId: null,
  validFrom: TEST_TODAY,
  validTo: null,
  ...change,
})

async function anOffice() {
  const insurer = await anInsurer(database)
  const administrator = await anActor(database, insurer, 'administrator')
  const work = (actor: Actor = administrator) => workOf(database, actor)
  const give = (staffId: string, role: string, change: Partial<NewPost> = {}) =>
    service.addPost(work(), staffId, post(role, change))
  return { insurer, administrator, work, give }
}

const problem = async (doing: Promise<unknown>) => {
  const error = await doing.then(
    () => null,
    (reason: { code: string; errors?: { path: string; code: string }[] }) => reason,
  )
  return { code: error?.code, errors: error?.errors?.map(({ path, code }) => `${path} ${code}`) }
}

describe('二人目の確認', () => {
  it.each(ROLE_NAMES)('%s の職は、保険者全体に届くか管理者の職のときだけ、確認を待つ', async (role) => {
    const { insurer, give } = await anOffice()
    await anActor(database, insurer, 'officer') // somebody who could confirm
    const target = await anActor(database, insurer, 'clerk', 'a')
    const place = { centreId: ROLES[role].reach === 'centre' ? insurer.centres.b : null }
    const office = ROLES[role].reach === 'assignment' ? insurer.officeId : null
    const expected = ROLES[role].reach === 'insurer' || role === 'administrator' ? 'waiting' : 'added'
    expect((await give(target.staffId, role, { ...place, organisationId: office })).post).toBe(expected)
  })

  it('管理者が自分に加える職は、どの役割でも待つ', async () => {
    const { insurer, administrator, give } = await anOffice()
    await anActor(database, insurer, 'officer')
    expect((await give(administrator.staffId, 'centreStaff', { centreId: insurer.centres.a })).post).toBe(
      'waiting',
    )
  })

  it('ほかに誰も確認できない最初の準備では、すぐに有効になり、監査にそう残る', async () => {
    const { insurer, administrator, give } = await anOffice()
    const target = await anActor(database, insurer, 'clerk', 'a')
    const { postId, post: state } = await give(target.staffId, 'officer')
    expect(state).toBe('added-alone')
    const { rows } = await asOwner(database, (client) =>
      client.query('select staff_id, detail from audit.line where record_id = $1', [postId]),
    )
    expect(rows).toEqual([
      {
        staff_id: administrator.staffId,
        detail: expect.objectContaining({ second: 'nobody', staffId: target.staffId }),
      },
    ])
  })

  it('待つ間は入れず、頼んだ人と本人は確認できず、別の人が確認すると入れて、監査に二人の名が残る', async () => {
    const { insurer, administrator, work } = await anOffice()
    const officer = await anActor(database, insurer, 'officer')
    const staffNumber = `n${randomUUID().slice(0, 13)}`
    const added = await service.addStaff(work(), {
      staffNumber,
      name: '試験 次郎',
      kana: 'シケン ジロウ',
      profession: 'other',
      post: post('officer'),
    })
    expect(added.post).toBe('waiting')
    const signIn = async () => (await identity.signIn({ staffNumber, password: added.firstPassword })).outcome
    expect(await signIn()).toBe('no-post')
    const [request] = await listRequests(work(officer))
    expect(request).toMatchObject({ staffNumber, role: 'officer', reason: 'insurer', may: 'decide' })
    expect((await listRequests(work()))[0]).toMatchObject({ may: 'withdraw' })
    const confirm = (actor: Actor) => decideRequest(work(actor), { id: request!.id, decision: 'confirmed' })
    expect((await problem(confirm(administrator))).errors).toEqual(['decision own'])
    const manager = await anActor(database, insurer, 'centreManager', 'a')
    expect((await problem(confirm(manager))).code).toBe('42501')
    const foreign = await anActor(database, await anInsurer(database), 'officer')
    expect((await problem(confirm(foreign))).code).toBe('not-found')
    const notices = async (actor: Actor) => {
      const { text, values } = contributes.notices![0]!.query(actor)
      return work(actor).read((tx) => tx.query<{ count: number }>(text, values))
    }
    expect([await notices(officer), await notices(administrator)]).toMatchObject([
      [{ count: 1 }],
      [{ count: 0 }],
    ])
    await confirm(officer)
    expect(await signIn()).toBe('signed-in')
    expect((await problem(confirm(officer))).code).toBe('staff.request-decided')
    const { rows } = await asOwner(database, (client) =>
      client.query(
        `select staff_id, detail ->> 'requestedBy' as asked from audit.line where record_id = $1 and outcome = 'done'`,
        [request!.id],
      ),
    )
    expect(rows).toContainEqual({ staff_id: officer.staffId, asked: administrator.staffId })
  })

  it('断ったものは有効にならず、取り下げは頼んだ人だけができる', async () => {
    const { insurer, work, give } = await anOffice()
    const officer = await anActor(database, insurer, 'officer')
    const target = await anActor(database, insurer, 'clerk', 'a')
    const ids = [await give(target.staffId, 'officer'), await give(target.staffId, 'districtNurse')].map(
      ({ postId }) => postId,
    )
    expect(
      (await problem(decideRequest(work(officer), { id: ids[0]!, decision: 'withdrawn' }))).errors,
    ).toEqual(['decision own'])
    await decideRequest(work(officer), { id: ids[0]!, decision: 'refused' })
    await decideRequest(work(), { id: ids[1]!, decision: 'withdrawn' })
    const posts = await work().read((tx) =>
      tx.query('select role from registers.post where insurer_id = $1 and staff_id = $2', [
        insurer.id,
        target.staffId,
      ]),
    )
    expect(posts).toEqual([{ role: 'clerk' }])
  })

  it('終わりの決まった保険者全体の職を、一人では延ばせない', async () => {
    const { insurer, work } = await anOffice()
    await anActor(database, insurer, 'officer')
    const other = await anActor(database, insurer, 'officer')
    const end = (version: number, lastDay: string) =>
      problem(service.endPost(work(), other.postId, { version, lastDay }))
    expect((await end(1, '2027-03-31')).code).toBeUndefined()
    expect((await end(2, '2027-02-28')).code).toBeUndefined()
    expect((await end(3, '2027-03-31')).errors).toEqual(['lastDay second-needed'])
  })

  it('最後の日をなくすことも延ばすこと: 扉だけを開けても、一人ではできない（第二の鍵）', async () => {
    const { insurer, administrator } = await anOffice()
    await anActor(database, insurer, 'officer')
    const other = await anActor(database, insurer, 'officer')
    const end = (version: number, lastDay: string | null) =>
      engineOf(database).transaction(administrator, TEST_TODAY, (tx) =>
        tx.query('select registers.end_post($1, $2, $3::date)', [other.postId, version, lastDay]),
      )
    await end(1, '2026-11-21')
    await expect(end(2, null)).rejects.toMatchObject({ code: '23001' })
  })

  it('職は、最後の日までは入れ、次の日からは入れない。始まる前の日も入れない', async () => {
    const { insurer, work } = await anOffice()
    const staffNumber = `n${randomUUID().slice(0, 13)}`
    const centre = { centreId: insurer.centres.a, validFrom: '2026-11-21', validTo: '2026-11-23' }
    const staff = {
      staffNumber,
      name: '試験',
      kana: 'シケン',
      profession: 'other' as const,
      post: post('centreStaff', centre),
    }
    const { firstPassword } = await service.addStaff(work(), staff)
    const outcomeAt = async (at: string) => {
      const then = await openIdentity(database, fixedClock(at))
      try {
        return (await then.signIn({ staffNumber, password: firstPassword })).outcome
      } finally {
        await then.end()
      }
    }
    expect(await outcomeAt('2026-11-20T23:59:59+09:00')).not.toBe('signed-in')
    expect(await outcomeAt('2026-11-21T00:00:00+09:00')).toBe('signed-in')
    expect(await outcomeAt('2026-11-23T23:59:59+09:00')).toBe('signed-in')
    expect(await outcomeAt('2026-11-24T00:00:00+09:00')).toBe('no-post')
  })
})
