import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { fixedClock } from '../../platform/clock.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import type { Identity } from '../../platform/identity/index.ts'
import { openIdentity } from '../../platform/identity/testing/account.ts'
import { anActor, anInsurer, asOwner, TEST_NOW, TEST_TODAY, workOf } from '../../platform/testing/insurer.ts'
import { contributes } from './contributes.ts'
import { firstPasswordSlips } from './first-passwords.ts'
import { decideRequest, listRequests } from './requests.ts'
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
  const work = (actor: Actor = administrator, now = TEST_NOW) => workOf(database, actor, { now })
  const giveOfficer = (staffId: string, now = TEST_NOW) =>
    service.addPost(work(administrator, now), staffId, {
      role: 'officer',
      centreId: null,
      organisationId: null,
      validFrom: TEST_TODAY,
      validTo: null,
    })
  const end = (other: Actor, lastDay: string, by = administrator) =>
    service.endPost(work(by), other.postId!, { version: 1, lastDay })
  return { insurer, administrator, work, giveOfficer, end }
}

describe('確認できる人の職を終えても、一人にはなれない', () => {
  it.each(['administrator', 'officer'] as const)(
    'ほかの人の %s の職を終えてから自分に加える職は、待つ',
    async (role) => {
      const { insurer, administrator, giveOfficer, end, work } = await anOffice()
      const other = await anActor(database, insurer, role)
      await end(other, '2026-11-21')
      const { postId, post } = await giveOfficer(administrator.staffId)
      expect(post).toBe('waiting-for-nobody')
      const held = await work().read((tx) =>
        tx.query('select id from registers.post where insurer_id = $1 and id = $2', [insurer.id, postId]),
      )
      expect(held).toEqual([])
      const { rows } = await asOwner(database, (client) =>
        client.query(`select detail ->> 'second' as second from audit.line where record_id = $1`, [postId]),
      )
      expect(rows).toEqual([{ second: 'none-left' }])
      const operators = await anActor(database, insurer, 'administrator') // as `bin/meguri admin create` makes one
      await decideRequest(work(operators), { id: postId, decision: 'confirmed' })
    },
  )

  it.each([
    ['2026-11-21', '2026-12-22T23:59:59+09:00', 'waiting-for-nobody'], // 30 days after 22 November, when it was ended
    ['2026-11-21', '2026-12-23T00:00:00+09:00', 'added-alone'],
    ['2026-12-01', '2026-12-31T23:59:59+09:00', 'waiting-for-nobody'], // 30 days after its last day
    ['2026-12-01', '2027-01-01T00:00:00+09:00', 'added-alone'],
  ])('最後の日 %s、%s に頼むと %s', async (lastDay, now, expected) => {
    const { insurer, giveOfficer, end } = await anOffice()
    const other = await anActor(database, insurer, 'officer')
    const target = await anActor(database, insurer, 'clerk', 'a')
    await end(other, lastDay)
    expect((await giveOfficer(target.staffId, now)).post).toBe(expected)
  })

  it('ほかの管理者が終えた職は数えない。最初から一人なら、すぐに有効', async () => {
    const first = await anOffice()
    expect((await first.giveOfficer(first.administrator.staffId)).post).toBe('added-alone')
    const second = await anOffice()
    const other = await anActor(database, second.insurer, 'officer')
    const third = await anActor(database, second.insurer, 'administrator')
    await second.end(other, '2026-11-21', third)
    await asOwner(database, (client) =>
      client.query(`update registers.post set valid_to = '2026-11-20' where insurer_id = $1 and id = $2`, [
        second.insurer.id,
        third.postId,
      ]),
    )
    expect((await second.giveOfficer(second.administrator.staffId)).post).toBe('added-alone')
  })
})

describe('出し直した口座では、24時間は確認できない', () => {
  async function aReset(how: 'password' | 'second-factor' | 'slip') {
    const office = await anOffice()
    const { insurer, work, giveOfficer, administrator } = office
    const staffNumber = `n${randomUUID().slice(0, 13)}`
    const { staffId } = await service.addStaff(work(), {
      staffNumber,
      name: '試験 花子',
      kana: 'シケン ハナコ',
      profession: 'other',
      post: { role: 'officer', centreId: null, organisationId: null, validFrom: TEST_TODAY, validTo: null },
    })
    const officer: Actor = { ...administrator, role: 'officer', reach: 'insurer', staffId, postId: staffId }
    const { postId, post } = await giveOfficer(administrator.staffId)
    expect(post).toBe('waiting')
    if (how === 'password') await service.resetPassword(work(), identity, staffId)
    if (how === 'second-factor') await service.resetSecondFactor(work(), identity, staffId)
    if (how === 'slip') await firstPasswordSlips(work(), identity, [staffId])
    const decide = (decision: 'confirmed' | 'refused') =>
      decideRequest(work(officer), { id: postId, decision })
    const age = (interval: string) =>
      asOwner(database, (client) =>
        client.query(
          `update registers.access_reset set reset_at = now() - $2::interval where insurer_id = $1 and staff_id = $3`,
          [insurer.id, interval, staffId],
        ),
      )
    return { ...office, officer, postId, decide, age }
  }

  it.each(['password', 'second-factor', 'slip'] as const)(
    '%s: 断られ、24時間たてば確認できる',
    async (how) => {
      const { decide, age, work, officer } = await aReset(how)
      const refused = { code: 'staff.recently-reset', status: 409, detail: expect.stringContaining('24時間') }
      await expect(decide('confirmed')).rejects.toMatchObject(refused)
      await expect(decide('refused')).rejects.toMatchObject(refused)
      await age('23 hours 59 minutes')
      await expect(decide('confirmed')).rejects.toMatchObject(refused)
      expect((await listRequests(work(officer)))[0]).toMatchObject({ decision: null })
      await age('24 hours')
      await decide('confirmed')
      expect((await listRequests(work(officer)))[0]).toMatchObject({ decision: 'confirmed' })
    },
  )

  it('出し直された人にはベルで知らせ、誰が出し直したかが残る。ほかの人は確認できる', async () => {
    const { officer, administrator, insurer, work, age, postId } = await aReset('password')
    const notices = async (actor: Actor) => {
      const { text, values } = contributes.notices!.find(({ id }) => id === 'access-reset')!.query(actor)
      return (await work(actor).read((tx) => tx.query<{ count: number }>(text, values)))[0]?.count
    }
    expect([await notices(officer), await notices(administrator)]).toEqual([1, 0])
    const noted = await work(officer).read((tx) =>
      tx.query('select kind, reset_by from registers.access_reset where insurer_id = $1', [insurer.id]),
    )
    expect(noted).toEqual([{ kind: 'password', reset_by: administrator.staffId }])
    await age('24 hours')
    expect(await notices(officer)).toBe(0)
    const another = await anActor(database, insurer, 'officer')
    await decideRequest(work(another), { id: postId, decision: 'confirmed' })
  })

  it('扉だけを開けても、管理者でなければ出し直しを書けない', async () => {
    const { officer, work } = await aReset('password')
    const note = work(officer).write((tx) =>
      tx.query(`select registers.note_reset($1, 'password')`, [officer.staffId]),
    )
    await expect(note).rejects.toMatchObject({ code: '42501' })
  })
})
