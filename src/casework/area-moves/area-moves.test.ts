import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { JobCancelled, type JobKind } from '../../platform/jobs/index.ts'
import { anActor, anInsurer, asOwner, workOf } from '../../platform/testing/insurer.ts'
import { storePerson } from '../people/factory.ts'
import { registerPerson } from '../people/service-register.ts'
import { contributes } from './contributes.ts'
import { jobs } from './jobs.ts'
import { listMoves, undoMove } from './moves.ts'
import { proposals, proposedPeople } from './proposals.ts'
import type { Group, RunBody } from './schema.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})

const job = jobs[0] as unknown as JobKind<RunBody>

/** 見本町 belongs to 東 (センターA) until the day before MOVE and to 西 (センターB) from then on. */
const MOVE = '2026-11-01'
async function aMovedTown() {
  const insurer = await anInsurer(database)
  const officer = await anActor(database, insurer, 'officer')
  const manager = await anActor(database, insurer, 'centreManager', 'b')
  await anActor(database, insurer, 'centreManager', 'a')
  const [east, west, town] = [randomUUID(), randomUUID(), randomUUID()] as [string, string, string]
  await asOwner(database, async (client) => {
    await client.query(
      `insert into registers.daily_life_area (insurer_id, id, code, name, valid_from) values ($1, $2, '01', '東', '2020-04-01'), ($1, $3, '02', '西', '2020-04-01')`,
      [insurer.id, east, west],
    )
    await client.query(
      `insert into registers.town (insurer_id, id, name, kana, fold) values ($1, $2, '見本町（架空）', 'ミホンチョウ', '見本町')`,
      [insurer.id, town],
    )
    await client.query(
      `insert into registers.area_town (insurer_id, area_id, town_id, valid_from, valid_to) values ($1, $2, $3, '2020-04-01', '2026-10-31'), ($1, $4, $3, $5, null)`,
      [insurer.id, east, town, west, MOVE],
    )
    await client.query(
      `insert into registers.centre_area (insurer_id, centre_id, area_id, valid_from) values ($1, $2, $3, '2020-04-01'), ($1, $4, $5, '2020-04-01')`,
      [insurer.id, insurer.centres.a, east, insurer.centres.b, west],
    )
  })
  const person = (
    name: string,
    centreId: string | null = insurer.centres.a,
    more: { isProtected?: boolean } = {},
  ) =>
    asOwner(database, (client) =>
      storePerson(client, insurer.id, { name, centreId, townId: town, areaId: east, ...more }),
    )
  const work = (actor: Actor = officer, now?: string) => workOf(database, actor, now ? { now } : {})
  const group: Group = {
    fromCentreId: insurer.centres.a,
    toCentreId: insurer.centres.b,
    fromAreaId: east,
    toAreaId: west,
  }
  const run = (input: Partial<RunBody> = {}, progress: (done: number) => Promise<void> = async () => {}) =>
    job.run({ input: { group, except: [], ...input }, actor: officer, work: work(), progress })
  const stored = async (id: string) =>
    asOwner(database, async (client) => {
      const { rows } = await client.query<{ centre_id: string; area_id: string }>(
        'select centre_id, area_id from casework.person where insurer_id = $1 and id = $2',
        [insurer.id, id],
      )
      return rows[0]!
    })
  return { insurer, officer, manager, east, west, town, person, work, group, run, stored }
}

describe('担当替えの案', () => {
  it('町の移る前の日には案がなく、その日からは、もとの担当の人だけセンターも替わる', async () => {
    const { insurer, person, work, group, east, west } = await aMovedTown()
    await person('見本 一郎')
    await person('見本 二郎')
    await person('見本 三郎', insurer.centres.core) // chosen by hand: the centre stays
    expect((await proposals(work(), '2026-10-31')).groups).toEqual([])
    const { groups } = await proposals(work(), MOVE)
    expect(groups).toHaveLength(2)
    expect(groups).toContainEqual(
      expect.objectContaining({ ...group, count: 2, hasReceiver: true, toCentre: '試験センターB' }),
    )
    const core = insurer.centres.core
    expect(groups).toContainEqual(
      expect.objectContaining({
        fromCentreId: core,
        toCentreId: core,
        fromAreaId: east,
        toAreaId: west,
        count: 1,
      }),
    )
  })

  it('終わったセンターの人は、住所の担当センターへの案になる', async () => {
    const { insurer, person, work } = await aMovedTown()
    const ended = insurer.centres.branch
    await person('見本 一郎', ended)
    const end = (day: string) =>
      asOwner(database, (client) =>
        client.query('update registers.centre set valid_to = $3 where insurer_id = $1 and id = $2', [
          insurer.id,
          ended,
          day,
        ]),
      )
    await end('2026-11-22')
    const to = async () => (await proposals(work(), '2026-11-22')).groups.map(({ toCentreId }) => toCentreId)
    expect(await to()).toEqual([ended]) // the last day still counts
    await end('2026-11-21')
    expect(await to()).toEqual([insurer.centres.b])
  })

  it('名前は案の一組ごとに出て監査に残り、支援措置の人の町は出ない。亡くなった人は出ない', async () => {
    const { insurer, officer, person, work, group } = await aMovedTown()
    const id = await person('見本 一郎')
    const hidden = await person('見本 二郎', undefined, { isProtected: true })
    const dead = await person('見本 三郎')
    await asOwner(database, (client) =>
      client.query(`update casework.person set died_on = '2026-01-01' where insurer_id = $1 and id = $2`, [
        insurer.id,
        dead,
      ]),
    )
    const asked = work()
    const { items } = await proposedPeople(asked, { day: MOVE, group, cursor: null, limit: 50 })
    await asked.finish('done')
    expect(items.find((one) => one.id === id)?.town).toBe('見本町（架空）')
    expect(items.find((one) => one.id === hidden)?.town ?? null).toBeNull()
    expect(items.map((one) => one.id)).not.toContain(dead)
    const { rows } = await asOwner(database, (client) =>
      client.query('select person_ids from audit.line where insurer_id = $1 and staff_id = $2', [
        insurer.id,
        officer.staffId,
      ]),
    )
    expect(rows.flatMap((row) => row.person_ids)).toContain(id)
  })

  it('センターの職には、案も人も出ない', async () => {
    const { insurer, person, work, group } = await aMovedTown()
    await person('見本 一郎', insurer.centres.b)
    await person('見本 二郎')
    const manager = await anActor(database, insurer, 'centreManager', 'b')
    const { items } = await proposedPeople(work(manager), { day: MOVE, group, cursor: null, limit: 50 })
    expect(items).toEqual([]) // one's own centre at most, never the neighbour's
  })
})

describe('まとめて引き継ぐ', () => {
  it('圏域とセンターが替わり、受け取る人の予定は一つ。二度目は誰も動かない', async () => {
    const { insurer, manager, person, run, stored, group, work } = await aMovedTown()
    const ids = [await person('見本 一郎'), await person('見本 二郎'), await person('見本 三郎')]
    const seen: number[] = []
    expect(await run({ except: [ids[2]!] }, async (done) => void seen.push(done))).toEqual({ moved: 2 })
    expect(seen).toEqual([1, 2])
    expect(await stored(ids[0]!)).toEqual({ centre_id: group.toCentreId, area_id: group.toAreaId })
    expect(await stored(ids[2]!)).toEqual({ centre_id: group.fromCentreId, area_id: group.fromAreaId })
    const tasks = await work(manager).read((tx) =>
      tx.query(`select kind from platform.task where insurer_id = $1 and holder_id = $2 and state = 'open'`, [
        insurer.id,
        manager.staffId,
      ]),
    )
    expect(tasks).toEqual([{ kind: 'area-move.receipt' }])
    expect(await run({ except: [ids[2]!] })).toEqual({ moved: 0 })
  })

  it('途中で中止すると、誰も動いていない', async () => {
    const { person, run, stored, group } = await aMovedTown()
    const ids = [await person('見本 一郎'), await person('見本 二郎')]
    const stop = run({}, async (done) => {
      if (done === 2) throw new JobCancelled()
    })
    await expect(stop).rejects.toThrow(JobCancelled)
    for (const id of ids)
      expect(await stored(id)).toEqual({ centre_id: group.fromCentreId, area_id: group.fromAreaId })
  })

  it('受け取れる職員のいないセンターへは動かさず、理由を言う', async () => {
    const { insurer, manager, person, run, stored, group, work } = await aMovedTown()
    const id = await person('見本 一郎')
    await asOwner(database, (client) =>
      client.query(`update registers.post set valid_to = '2026-11-21' where insurer_id = $1 and id = $2`, [
        insurer.id,
        manager.postId,
      ]),
    )
    expect((await proposals(work(), MOVE)).groups[0]?.hasReceiver).toBe(true) // on 11-01 the manager was there
    expect((await proposals(work(), '2026-11-22')).groups[0]?.hasReceiver).toBe(false)
    await expect(run()).rejects.toMatchObject({ code: 'area-moves.no-receiver' })
    expect((await stored(id)).centre_id).toBe(group.fromCentreId)
  })

  it('一人だけ戻せる。戻した人は案に入らず、二度は戻せない', async () => {
    const { person, run, stored, group, work } = await aMovedTown()
    const ids = [await person('見本 一郎'), await person('見本 二郎')]
    await run()
    const move = (await listMoves(work(), { cursor: null, limit: 50 })).items.find(
      ({ personId }) => personId === ids[0],
    )!
    expect(move).toMatchObject({ fromCentre: '試験センターA', toCentre: '試験センターB', canUndo: true })
    await undoMove(work(), move)
    expect(await stored(ids[0]!)).toEqual({ centre_id: group.fromCentreId, area_id: group.fromAreaId })
    expect(await stored(ids[1]!)).toEqual({ centre_id: group.toCentreId, area_id: group.toAreaId })
    expect(await run()).toEqual({ moved: 0 })
    expect((await proposals(work(), '2026-11-22')).groups).toMatchObject([{ count: 0, undoneCount: 1 }])
    const undone = (await listMoves(work(), { cursor: null, limit: 50 })).items.find(
      ({ id }) => id === move.id,
    )!
    expect(undone).toMatchObject({ canUndo: false, undoneAt: expect.any(String) })
    await expect(undoMove(work(), undone)).rejects.toMatchObject({ errors: [{ code: 'cannot-undo' }] })
  })
})

it('移る町にあとから登録した人は、その日の前後で、それぞれの圏域とセンターになる', async () => {
  const { work, town, group } = await aMovedTown()
  const body = {
    name: '見本 四郎',
    kana: 'ミホン シロウ',
    birthOn: '1940-03-04',
    birthUncertainty: 'known',
    sex: 'male',
    townId: town,
    staffId: null,
    alias: null,
    relationship: null,
    insuredNumber: null,
    postalCode: null,
    addressRest: null,
    building: null,
    phone: null,
    note: null,
  } as unknown as Parameters<typeof registerPerson>[1]
  const before = await registerPerson(work(undefined, '2026-10-31T23:59:00+09:00'), body)
  const after = await registerPerson(work(undefined, '2026-11-01T00:00:00+09:00'), body)
  expect(before).toMatchObject({ areaId: group.fromAreaId, centreId: group.fromCentreId })
  expect(after).toMatchObject({ areaId: group.toAreaId, centreId: group.toCentreId })
})

it('管理者と保険者職員は人数だけを数えられ、センターの職は数えられない', async () => {
  const { insurer, town, person, work } = await aMovedTown()
  await person('見本 一郎')
  await person('見本 二郎')
  const count = async (
    role: 'administrator' | 'officer' | 'centreManager',
    on: 'town' | 'centre',
    id: string,
  ) => {
    const actor = await anActor(database, insurer, role, 'a')
    const { text, values } = contributes
      .dependents!.find((one) => one.on === on)!
      .query(actor, '2026-11-22', [id])
    return work(actor).read((tx) => tx.query(text, values))
  }
  expect(await count('administrator', 'town', town)).toEqual([{ id: town, count: 2 }])
  expect(await count('officer', 'centre', insurer.centres.a)).toEqual([{ id: insurer.centres.a, count: 2 }])
  await expect(count('centreManager', 'town', town)).rejects.toMatchObject({ code: '42501' })
})
