import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../../platform/database/testing/database.ts'
import { anActor, anInsurer, asOwner, type TestInsurer, workOf } from '../../../platform/testing/insurer.ts'
import { storePerson } from '../factory.ts'
import { ChangeBody, NewContactBody } from '../schema.ts'
import { changePerson } from '../service-change.ts'
import { addContact, removeContact } from '../service-contacts.ts'
import { personAsOn } from './service.ts'

let database: TestDatabase
let insurer: TestInsurer
let worker: Actor
let foreign: Actor
let person: string
const as = (actor: Actor) => workOf(database, actor)
const LONG_AGO = '2026-09-01'
const THEN = '2026-10-15'

beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  worker = await anActor(database, insurer, 'centreStaff', 'a')
  foreign = await anActor(database, insurer, 'centreStaff', 'b')
})
beforeEach(async () => {
  person = await asOwner(database, async (client) => {
    const id = await storePerson(client, insurer.id, {
      centreId: insurer.centres.a,
      phone: '000-1111-1111',
      addressRest: '前の番地1',
    })
    await client.query(
      `update casework.person set created_at = '${LONG_AGO}T00:00:00Z' where insurer_id = $1 and id = $2`,
      [insurer.id, id],
    )
    return id
  })
})

/** Moves everything that history keeps of the person to a day, as if it had been changed then. */
const changedAt = (instant: string, onlyLater = false) =>
  asOwner(database, (client) =>
    client.query(
      `update platform.history set changed_at = $3 where insurer_id = $1 and person_id = $2 and ($4 = false or changed_at > '2026-10-01')`,
      [insurer.id, person, instant, onlyLater],
    ),
  )
const section = async (on: string, table: string, actor = worker) =>
  (await personAsOn(as(actor), person, on, [])).sections.find((one) => one.table === table)!
const field = async (on: string, column: string) =>
  (await section(on, 'casework.person')).rows[0]?.fields.find((one) => one.column === column)

describe('ある日の姿', () => {
  it('その日より後に直した項目は、前の値と、だれがいつ直したかを言う', async () => {
    await changedAt('2026-09-02T00:00:00Z')
    await changePerson(
      as(worker),
      person,
      ChangeBody.parse({ version: await versionOf(), phone: '000-2222-2222' }),
    )
    await changedAt('2026-10-20T05:00:00Z', true)
    expect(await field(THEN, 'phone')).toMatchObject({
      stood: '000-1111-1111',
      now: '000-2222-2222',
      differs: true,
      changedByName: '試験 職員',
    })
    expect((await field(THEN, 'phone'))?.changedAt).toContain('2026-10-20')
    expect(await field('2026-10-20', 'phone')).toMatchObject({
      stood: '000-2222-2222',
      differs: false,
      changedAt: null,
    })
    expect((await section(THEN, 'casework.person')).rows[0]?.state).toBe('changed')
  })

  it('日の境は日本の午前0時: その日の終わりまでの変更は、その日の姿に入る', async () => {
    await changedAt('2026-09-02T00:00:00Z')
    await changePerson(as(worker), person, ChangeBody.parse({ version: await versionOf(), note: '直した' }))
    await changedAt('2026-10-15T14:59:59Z', true)
    expect(await field(THEN, 'note')).toMatchObject({ stood: '直した', differs: false })
    await changedAt('2026-10-15T15:00:00Z', true)
    expect(await field(THEN, 'note')).toMatchObject({ stood: '', now: '直した', differs: true })
  })

  it('後で外した連絡先は現れ、後で加えた連絡先は現れない', async () => {
    const removed = await addContact(
      as(worker),
      person,
      NewContactBody.parse({ name: '前の 連絡先', relationship: '子' }),
    )
    await asOwner(database, (client) =>
      client.query(
        `update casework.contact set id = overlay(id::text placing '0199' from 1 for 4)::uuid where insurer_id = $1 and person_id = $2`,
        [insurer.id, person],
      ),
    )
    await changedAt('2026-09-02T00:00:00Z')
    const [old] = await asOwner(
      database,
      async (client) =>
        (
          await client.query<{ id: string; version: number }>(
            'select id, version from casework.contact where insurer_id = $1 and person_id = $2',
            [insurer.id, person],
          )
        ).rows,
    )
    await removeContact(as(worker), person, old!.id, old!.version)
    await addContact(as(worker), person, NewContactBody.parse({ name: '後の 連絡先', relationship: '友人' }))
    expect(removed.name).toBe('前の 連絡先')
    const contacts = await section(THEN, 'casework.contact')
    expect(contacts.rows).toMatchObject([{ state: 'gone', title: '前の 連絡先　子' }])
    expect(contacts.addedLater).toBe(1)
    expect(contacts.rows[0]?.fields[0]).toMatchObject({
      stood: '前の 連絡先',
      now: null,
      changedByName: '試験 職員',
    })
  })

  it('登録より前の日には、何も現れない', async () => {
    const before = await personAsOn(as(worker), person, '2026-08-31', [])
    expect(before).toMatchObject({ isRegistered: false, sections: [] })
  })

  it('支援措置の方の住所と電話は、対象になる前の日を見ても現れない', async () => {
    await changedAt('2026-09-02T00:00:00Z')
    await asOwner(database, (client) =>
      client.query('update casework.person set is_protected = true where insurer_id = $1 and id = $2', [
        insurer.id,
        person,
      ]),
    )
    await changedAt('2026-11-01T00:00:00Z', true)
    const seen = await personAsOn(as(worker), person, THEN, [])
    expect(JSON.stringify(seen)).not.toMatch(/前の番地|1111-1111/)
    expect(seen.sections[0]?.rows[0]?.fields.some(({ column }) => column === 'phone')).toBe(false)
  })

  it('範囲の外の方は、いない方と同じ。先の日は理由を言って断る', async () => {
    await expect(personAsOn(as(foreign), person, THEN, [])).rejects.toMatchObject({ status: 404 })
    await expect(personAsOn(as(worker), person, '2026-11-23', [])).rejects.toMatchObject({
      status: 422,
      errors: [{ path: 'on' }],
    })
  })
})

const versionOf = () =>
  asOwner(
    database,
    async (client) =>
      (
        await client.query<{ version: number }>(
          'select version from casework.person where insurer_id = $1 and id = $2',
          [insurer.id, person],
        )
      ).rows[0]!.version,
  )
