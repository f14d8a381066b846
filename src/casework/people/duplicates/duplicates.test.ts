import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../../platform/access/index.ts'
import { testDatabase } from '../../../platform/database/testing/database.ts'
import type { JobContext } from '../../../platform/jobs/index.ts'
import { anActor, anInsurer, asOwner, type TestInsurer, workOf } from '../../../platform/testing/insurer.ts'
import { storePerson } from '../factory.ts'
import '../index.ts'
import { mergePeople } from '../merge/service.ts'
import { jobs } from './jobs.ts'
import { PairsQuery } from './schema.ts'
import { decidePair, listPairs } from './service.ts'

const database = await testDatabase()
let insurer: TestInsurer
let officer: Actor
beforeEach(async () => {
  insurer = await anInsurer(database)
  officer = await anActor(database, insurer, 'officer')
})

const work = (actor = officer) => workOf(database, actor)
const store = (more: object) =>
  asOwner(database, (client) =>
    storePerson(client, insurer.id, { centreId: insurer.centres.a, birthOn: '1940-03-12', ...more }),
  )
const search = (actor = officer, progress: JobContext<null>['progress'] = async () => {}) =>
  jobs[0]!.run({ input: null, actor, work: work(actor), progress } as unknown as JobContext<never>)
const list = (more: object = {}, actor = officer) => listPairs(work(actor), PairsQuery.parse(more))
const namesOf = ({ items }: Awaited<ReturnType<typeof list>>) =>
  items.map(({ kept, other }) => [kept.name, other.name].toSorted())

/** Two records of one person, and a stranger of the same day. */
async function twins() {
  const one = await store({ name: '讃岐 花子', kana: 'サヌキ ハナコ', residentNumber: '000000000000001' })
  const other = await store({ name: '讚岐 華子', kana: 'サヌキ ハナコ' })
  await store({ name: '別府 次郎', kana: 'ベップ ジロウ' })
  return [one, other] as const
}

describe('重複の候補', () => {
  it('保険者全体から、センターをまたいで見つけ、わけを点とともに言う', async () => {
    const [one, other] = await twins()
    await asOwner(database, (client) =>
      client.query('update casework.person set centre_id = $1, source = $3 where id = $2', [
        insurer.centres.b,
        one,
        'core-system',
      ]),
    )
    expect(await search()).toMatchObject({ people: 3, found: 1, left: 0, skippedGroups: 0 })
    const found = await list()
    expect(found.items).toMatchObject([
      { score: 8, kept: { id: one }, other: { id: other }, differentReason: null },
    ])
    expect(found.items[0]!.reasons.map(({ code }) => code)).toEqual(['same-kana', 'same-birth'])
    expect(found.foundAt).not.toBeNull()
  })

  it('もう一度探しても同じで、増えも減りもしない', async () => {
    await twins()
    await search()
    const [before] = (await list()).items
    await search()
    expect((await list()).items).toMatchObject([{ id: before!.id, score: before!.score }])
  })

  it('別の方と決めたものは、また探しても出ず、戻せる', async () => {
    await twins()
    await search()
    const [pair] = (await list()).items
    const { version } = await decidePair(work(), pair!.id, {
      version: pair!.version,
      isDifferent: true,
      reason: '双子の姉妹',
    })
    expect((await list()).items).toEqual([])
    await search()
    expect((await list()).items).toEqual([])
    const [decided] = (await list({ state: 'different' })).items
    expect(decided).toMatchObject({ id: pair!.id, differentReason: '双子の姉妹' })
    await expect(
      decidePair(work(), pair!.id, { version: version - 1, isDifferent: false, reason: '' }),
    ).rejects.toMatchObject({ status: 409 })
    await decidePair(work(), pair!.id, { version: decided!.version, isDifferent: false, reason: '' })
    expect((await list()).items).toMatchObject([{ id: pair!.id, differentReason: null }])
  })

  it('統合すると一覧から消え、統合は候補の行に妨げられない', async () => {
    const [one, other] = await twins()
    await search()
    await mergePeople(work(), one, {
      version: 1,
      otherId: other,
      otherVersion: 1,
      choices: {},
      reason: '同じ方でした',
    })
    expect((await list()).items).toEqual([])
    expect(await search()).toMatchObject({ people: 2, found: 0 })
  })

  it('閲覧制限の方は、候補に出ない。あとから制限されても', async () => {
    const [one] = await twins()
    await search()
    await asOwner(database, (client) =>
      client.query('update casework.person set is_locked = true where id = $1', [one]),
    )
    expect((await list()).items).toEqual([])
    expect(await search()).toMatchObject({ people: 2, found: 0 })
  })

  it('直して似なくなったものは、次に探すと消える', async () => {
    const [, other] = await twins()
    await search()
    await asOwner(database, (client) =>
      client.query(`update casework.person set birth_on = '1955-11-30' where id = $1`, [other]),
    )
    await search()
    expect(namesOf(await list())).toEqual([])
  })

  it('途中で中止しても、前の一覧のまま', async () => {
    await twins()
    await search()
    await store({ name: '讃岐 花子', kana: 'サヌキ ハナコ' })
    const stop = async () => {
      throw new Error('cancelled')
    }
    await expect(search(officer, stop)).rejects.toThrow('cancelled')
    expect((await list()).items).toHaveLength(1)
  })

  it('点の高いものから、続きを読める', async () => {
    await twins()
    await store({ name: '讃岐 花子', kana: 'サヌキ ハナコ', phone: '087-800-0001' })
    await store({ name: '讃岐 花子', kana: 'サヌキ ハナコ', phone: '087-800-0001' })
    await search()
    const first = await list({ limit: '2' })
    const rest = await list({ limit: '200', cursor: first.nextCursor })
    const scores = [...first.items, ...rest.items].map(({ score }) => score)
    expect(scores).toHaveLength(6)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(rest.nextCursor).toBeNull()
  })

  it('センターの職員には、行の守りでも一つも見えない。ほかの保険者にも', async () => {
    await twins()
    await search()
    const staff = await anActor(database, insurer, 'centreStaff', 'a')
    expect((await list({}, staff)).items).toEqual([])
    const elsewhere = await anActor(database, await anInsurer(database), 'officer')
    expect((await list({}, elsewhere)).items).toEqual([])
    const [pair] = (await list()).items
    await expect(
      decidePair(work(elsewhere), pair!.id, { version: 1, isDifferent: true, reason: 'x' }),
    ).rejects.toMatchObject({ status: 404 })
  })
})
