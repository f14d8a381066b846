import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anActor, anInsurer, asOwner, type TestInsurer, workOf } from '../../platform/testing/insurer.ts'
import { storePerson } from './factory.ts'
import { requestHandOver } from './hand-over-request.ts'

let database: TestDatabase
let insurer: TestInsurer
let asker: Actor
let receiver: Actor
beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  asker = await anActor(database, insurer, 'centreStaff', 'a')
  receiver = await anActor(database, insurer, 'centreManager', 'b')
})

const body = (kana: string, centreName = '試験センターB') => ({
  name: '',
  kana,
  birthOn: '1941-05-06',
  centreName,
  reason: '転居した',
})
const store = (
  kana: string,
  more: Partial<{ isProtected: boolean; isLocked: boolean; centreId: string }> = {},
) =>
  asOwner(database, (client) =>
    storePerson(client, insurer.id, {
      name: '見本 依子',
      kana,
      birthOn: '1941-05-06',
      centreId: insurer.centres.b,
      ...more,
    }),
  )
const tasksOf = (actor: Actor) =>
  workOf(database, actor).read((tx) =>
    tx.query<{ title: string; person_id: string }>(
      `select title, person_id from platform.task where holder_id = $1 and kind = 'person.hand-over-request'`,
      [actor.staffId],
    ),
  )

describe('照会のあとの引き継ぎの依頼', () => {
  it('担当センターの職員に理由つきの予定が届き、依頼した人はその方の記録をまだ見られない', async () => {
    const person = await store('ミホン ヨリコイチ')
    await expect(requestHandOver(workOf(database, asker), body('ミホン ヨリコイチ'))).resolves.toEqual({
      askedOn: '2026-11-22',
      dueOn: '2026-11-29',
    })
    const tasks = await tasksOf(receiver)
    expect(tasks).toMatchObject([{ person_id: person, title: expect.stringContaining('転居した') }])
    expect(await tasksOf(asker)).toMatchObject([
      { person_id: null, title: expect.stringContaining('返事待ち') },
    ])
    const seen = await workOf(database, asker).read((tx) =>
      tx.query('select 1 from casework.person where id = $1', [person]),
    )
    expect(seen).toEqual([])
  })

  it('同じ依頼は二度届かない', async () => {
    await store('ミホン ヨリコニ')
    await requestHandOver(workOf(database, asker), body('ミホン ヨリコニ'))
    await expect(requestHandOver(workOf(database, asker), body('ミホン ヨリコニ'))).rejects.toMatchObject({
      code: 'hand-over.already-asked',
    })
  })

  it.each([
    ['支援措置の方', { isProtected: true }, '試験センターB'],
    ['閲覧を制限した方', { isLocked: true }, '試験センターB'],
    ['担当センターの名前が違うとき', {}, '試験センターA'],
  ])('%sは、いない人と同じ答え', async (label, more, centreName) => {
    const kana = `ミホン ヨリコ${label.length}`
    await store(kana, more)
    await expect(requestHandOver(workOf(database, asker), body(kana, centreName))).rejects.toMatchObject({
      code: 'hand-over.not-found',
    })
    await expect(requestHandOver(workOf(database, asker), body('ダレモ イナイ'))).rejects.toMatchObject({
      code: 'hand-over.not-found',
    })
  })

  it('自分のセンターの方は、依頼でなく記録を開く', async () => {
    await store('ミホン ヨリコゴ', { centreId: insurer.centres.a })
    await expect(
      requestHandOver(workOf(database, asker), body('ミホン ヨリコゴ', '試験センターA')),
    ).rejects.toMatchObject({ code: 'hand-over.own-centre' })
  })
})
