import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { anInsuredPerson } from '../../../exchange/insured-persons/factory.ts'
import type { Actor } from '../../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../../platform/database/testing/database.ts'
import { anActor, anInsurer, asOwner, type TestInsurer, workOf } from '../../../platform/testing/insurer.ts'
import { storePerson } from '../factory.ts'
import { aFile, anImportingInsurer, load } from '../import/testing.ts'
import { SearchBody } from '../schema.ts'
import { searchPeople } from '../service-search.ts'
import { hiddenAddress, personSheet } from '../service-sheet.ts'
import { recordConsent, withdrawConsent } from './consent.ts'
import { restrictionsOf, setRestriction } from './restriction.ts'
import { ConsentBody } from './schema.ts'

let database: TestDatabase
let insurer: TestInsurer
let officer: Actor
let worker: Actor
let foreign: Actor
let person: string
const as = (actor: Actor) => workOf(database, actor)

beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  officer = await anActor(database, insurer, 'officer')
  worker = await anActor(database, insurer, 'centreStaff', 'a')
  foreign = await anActor(database, insurer, 'centreStaff', 'b')
})
beforeEach(async () => {
  person = await asOwner(database, (client) =>
    storePerson(client, insurer.id, {
      centreId: insurer.centres.a,
      phone: '000-1111-2222',
      addressRest: '秘密1番地',
    }),
  )
})

describe('支援措置と閲覧制限を手で決める', () => {
  const set = (version: number, isOn: boolean, kind: 'protected' | 'locked' = 'protected') =>
    setRestriction(as(officer), person, { version, kind, isOn, reason: '本人の申し出' })
  const everywhere = () =>
    asOwner(database, async (client) => {
      const { rows } = await client.query(
        `select to_jsonb(p) as row from casework.person p where insurer_id = $1 and id = $2
         union all select h.row from platform.history h where insurer_id = $1 and row_id = $2`,
        [insurer.id, person],
      )
      return JSON.stringify(rows)
    })

  it('対象にすると、住所と電話はその場で離れ、履歴からも消え、電話では見つからない', async () => {
    await set(1, true)
    expect(await everywhere()).not.toMatch(/秘密1|1111-?2222/)
    const sheet = await personSheet(as(worker), person)
    expect(sheet.person).toMatchObject({ isProtected: true, address: null, phone: null })
    expect((await searchPeople(as(worker), SearchBody.parse({ text: '11112222' }))).items).toEqual([])
    expect(await hiddenAddress(as(officer), person)).toMatchObject({
      rest: '秘密1番地',
      phone: '000-1111-2222',
    })
    expect((await restrictionsOf(as(officer), person)).items).toMatchObject([
      { kind: 'protected', reason: '本人の申し出', endedAt: null },
    ])
  })

  it('外すと、住所と電話が戻り、また見つかる', async () => {
    const { version } = await set(1, true)
    await set(version, false)
    const sheet = await personSheet(as(worker), person)
    expect(sheet.person).toMatchObject({
      isProtected: false,
      phone: '000-1111-2222',
      address: { rest: '秘密1番地' },
    })
    expect(
      (await searchPeople(as(worker), SearchBody.parse({ text: '11112222' }))).items.map(({ id }) => id),
    ).toContain(person)
    await expect(hiddenAddress(as(officer), person)).rejects.toMatchObject({ status: 404 })
    expect((await restrictionsOf(as(officer), person)).items).toMatchObject([{ endedReason: '本人の申し出' }])
  })

  it('理由と経過は、センターの職員には見えない', async () => {
    await set(1, true)
    const seen = await as(worker).read((tx) =>
      tx.query(
        `select 1 from casework.person_restriction where insurer_id = $1
         union all select 1 from platform.history where insurer_id = $1 and table_name = 'casework.person_restriction'`,
        [insurer.id],
      ),
    )
    expect(seen).toEqual([])
  })

  it('すでに対象の方をもう一度対象にはできず、古い画面からは見比べ直す', async () => {
    const { version } = await set(1, true, 'locked')
    await expect(set(version, true, 'locked')).rejects.toMatchObject({ status: 422 })
    await expect(set(1, false, 'locked')).rejects.toMatchObject({ code: 'conflict' })
  })

  it('取り込みは、手で決めた支援措置を終わらせず、届いた住所も離しておく', async () => {
    const city = await anImportingInsurer(database)
    const one = anInsuredPerson({ lot: '秘密2番地', phone: '000-2222-3333' })
    await load(city, [aFile(city, 'full', '2026-11-20', [one])])
    const found = await city.work.read((tx) =>
      tx.query<{ id: string; version: number }>(
        'select id, version from casework.person where insurer_id = $1',
        [city.id],
      ),
    )
    await setRestriction(city.work, found[0]!.id, {
      version: found[0]!.version,
      kind: 'protected',
      isOn: true,
      reason: '申し出',
    })
    await load(city, [aFile(city, 'diff', '2026-11-21', [{ ...one, historyNumber: 2, lot: '秘密3番地' }])])
    const rows = await city.work.read((tx) =>
      tx.query<{ row: unknown }>('select to_jsonb(p) as row from casework.person p where insurer_id = $1', [
        city.id,
      ]),
    )
    expect(JSON.stringify(rows)).not.toMatch(/秘密|2222-?3333/)
    expect(rows).toMatchObject([{ row: { is_protected: true } }])
    expect(await hiddenAddress(city.work, found[0]!.id)).toMatchObject({ rest: '一丁目秘密3番地' })
  })
})

describe('情報提供への同意', () => {
  const body = (more: object = {}) =>
    ConsentBody.parse({
      state: 'obtained',
      givenOn: '2026-11-20',
      givenBy: '見本 本人',
      relationship: '本人',
      scope: ['physician'],
      ...more,
    })

  it('まだ聞いていない、同意あり、同意しない、の三つを分ける', async () => {
    expect((await personSheet(as(worker), person)).consent).toBeNull()
    await recordConsent(as(worker), person, body())
    expect((await personSheet(as(worker), person)).consent).toMatchObject({
      state: 'obtained',
      scope: ['physician'],
    })
    await recordConsent(as(worker), person, body({ state: 'refused', givenOn: '2026-11-21', scope: [] }))
    expect((await personSheet(as(worker), person)).consent).toMatchObject({ state: 'refused', scope: [] })
  })

  it('撤回すると、まだ聞いていない、に戻る', async () => {
    const { id } = await recordConsent(as(worker), person, body())
    await withdrawConsent(as(worker), person, id, { version: 1, on: '2026-11-22', reason: '本人の申し出' })
    expect((await personSheet(as(worker), person)).consent).toBeNull()
    await expect(
      withdrawConsent(as(worker), person, id, { version: 2, on: '2026-11-22', reason: 'もう一度' }),
    ).rejects.toMatchObject({ code: 'conflict' })
  })

  it('提供先のない同意と、先の日と、範囲の外の方は断る', async () => {
    expect(ConsentBody.safeParse({ ...body(), scope: [] }).success).toBe(false)
    await expect(recordConsent(as(worker), person, body({ givenOn: '2026-11-23' }))).rejects.toMatchObject({
      status: 422,
    })
    await expect(recordConsent(as(foreign), person, body())).rejects.toMatchObject({ status: 404 })
  })
})
