import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { anInsuredPerson } from '../../../exchange/insured-persons/factory.ts'
import type { Actor } from '../../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../../platform/database/testing/database.ts'
import { anActor, anInsurer, asOwner, type TestInsurer, workOf } from '../../../platform/testing/insurer.ts'
import { storePerson } from '../factory.ts'
import { aFile, anImportingInsurer, type ImportingInsurer, load } from '../import/testing.ts'
import '../index.ts'
import { personSheet } from '../service-sheet.ts'
import { EventBody } from './schema.ts'
import { cancelEvent, previewEvent, recordEvent } from './service.ts'

let database: TestDatabase
let insurer: TestInsurer
let worker: Actor
let contractor: Actor
let foreign: Actor
let person: string
const as = (actor: Actor) => workOf(database, actor)

beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(async () => {
  insurer = await anInsurer(database)
  worker = await anActor(database, insurer, 'centreStaff', 'a')
  foreign = await anActor(database, insurer, 'centreStaff', 'b')
  contractor = await anActor(database, insurer, 'contractedCareManager')
  person = await asOwner(database, (client) =>
    storePerson(client, insurer.id, { centreId: insurer.centres.a, staffId: worker.staffId }),
  )
  await addTask('own', '次の訪問')
  await addTask('abuse-first-response', '虐待の初動')
  await asOwner(database, (client) =>
    client.query(
      `insert into platform.person_access (insurer_id, person_id, holder_id, kind, valid_from) values ($1, $2, $3, 'assignment', '2026-01-01')`,
      [insurer.id, person, insurer.officeId],
    ),
  )
})

const addTask = (
  kind: string,
  title: string,
  personId = person,
  insurerId = insurer.id,
  centre = insurer.centres.a,
) =>
  asOwner(database, (client) =>
    client.query(
      `insert into platform.task (insurer_id, person_id, centre_id, holder_id, kind, title, due_on, source_type, source_id)
       values ($1, $2, $3, $4, $5, $6, '2026-12-01', 'person', $2)`,
      [insurerId, personId, centre, worker.staffId, kind, title],
    ),
  )
const rows = <Row>(text: string, id = insurer.id, of = person) =>
  asOwner(database, async (client) => (await client.query(text, [id, of])).rows as Row[])
const tasks = (id = insurer.id, of = person) =>
  rows<{ kind: string; title: string; state: string; done_note: string | null }>(
    'select kind, title, state, done_note from platform.task where insurer_id = $1 and person_id = $2 order by created_at, kind, title',
    id,
    of,
  )
const access = () =>
  rows<{ valid_to: string | null }>(
    `select valid_to::text from platform.person_access where insurer_id = $1 and person_id = $2`,
  )
const body = (more: object = {}) =>
  EventBody.parse({
    version: 1,
    kind: 'died',
    happenedOn: '2026-11-20',
    informationSource: 'family',
    confirmedBy: worker.staffId,
    tasks: ['contract', 'plan'],
    ...more,
  })

describe('死亡・転出を、届出の前に知ったとき', () => {
  it('記録の前に、終わる予定・続く予定・終わる委託・作る予定が見える', async () => {
    const preview = await previewEvent(as(worker), person, 'died')
    expect(preview.ends).toMatchObject([{ title: '次の訪問', holderName: '試験 職員' }])
    expect(preview.stays).toMatchObject([{ title: '虐待の初動' }])
    expect(preview.accesses).toEqual([{ holderName: '試験居宅介護支援事業所', kind: 'assignment' }])
    expect(preview.closing.map(({ code }) => code)).toEqual([
      'contact',
      'contract',
      'plan',
      'returned-things',
    ])
    expect((await tasks()).every(({ state }) => state === 'open')).toBe(true)
  })

  it('予定は終わり、選んだ手続きが担当者の予定になり、委託はその日に終わり、フェースシートに出る', async () => {
    expect(await recordEvent(as(worker), person, body({ note: '長女から電話' }))).toMatchObject({
      withdrawn: 1,
      ended: 1,
      added: 2,
    })
    const sheet = await personSheet(as(worker), person)
    expect(sheet.person).toMatchObject({ diedOn: '2026-11-20', stopsContact: true })
    expect(sheet.events).toMatchObject([
      {
        kind: 'died',
        happenedOn: '2026-11-20',
        informationSource: 'family',
        confirmedByName: '試験 職員',
        coreConfirmedAt: null,
      },
    ])
    expect(sheet.flags.map(({ kind }) => kind)).toContain('died')
    expect(sheet.tasks.map(({ title }) => title).sort()).toEqual([
      '死亡の後: ケアプランと給付管理を締める',
      '死亡の後: 契約の終了を確かめる',
      '虐待の初動',
    ])
    expect(await access()).toEqual([{ valid_to: '2026-11-20' }])
    await expect(personSheet(as(contractor), person)).rejects.toMatchObject({ status: 404 })
    await expect(recordEvent(as(worker), person, body({ version: 2 }))).rejects.toMatchObject({
      code: 'event.already',
    })
  })

  it('取り消すと、予定も委託も元に戻り、手続きの予定は終わる。終えた手続きはそのまま残る', async () => {
    const before = [await tasks(), await access()]
    const { id } = await recordEvent(as(worker), person, body())
    await rows(
      `update platform.task set state = 'done' where insurer_id = $1 and person_id = $2 and title like '%契約%'`,
    )
    const version = (await personSheet(as(worker), person)).events[0]!.version
    expect(await cancelEvent(as(worker), person, id, { version, reason: '別の方でした' })).toEqual({
      reopened: 1,
      removed: 1,
      restored: 1,
    })
    const after = await tasks()
    expect(after.filter(({ kind }) => kind !== 'person.closing')).toEqual(before[0])
    expect(
      after
        .filter(({ kind }) => kind === 'person.closing')
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['done', 'withdrawn'])
    expect(await access()).toEqual(before[1])
    expect((await personSheet(as(contractor), person)).person).toMatchObject({
      diedOn: null,
      stopsContact: false,
    })
    await expect(cancelEvent(as(worker), person, id, { version, reason: 'もう一度' })).rejects.toMatchObject({
      code: 'event.cancelled',
    })
  })

  it('転出の後に亡くなり、死亡だけを取り消しても、電話・郵送は止まったまま', async () => {
    await recordEvent(
      as(worker),
      person,
      body({ kind: 'moved-out', movedTo: '見本県 隣の市', tasks: ['hand-over'] }),
    )
    const { version } = (await personSheet(as(worker), person)).person
    const died = await recordEvent(as(worker), person, body({ version, happenedOn: '2026-11-21' }))
    await cancelEvent(as(worker), person, died.id, { version: 1, reason: '別の方' })
    expect((await personSheet(as(worker), person)).person).toMatchObject({
      diedOn: null,
      movedOutOn: '2026-11-20',
      stopsContact: true,
    })
  })

  it.each([
    ['先の日', { happenedOn: '2026-11-23' }, 'happenedOn'],
    ['生まれる前', { happenedOn: '1940-03-03' }, 'happenedOn'],
    ['いない職員', { confirmedBy: '00000000-0000-4000-8000-000000000000' }, 'confirmedBy'],
  ])('%sは理由を言って断り、何も変えない', async (_, more, path) => {
    await expect(recordEvent(as(worker), person, body(more))).rejects.toMatchObject({
      status: 422,
      errors: [{ path }],
    })
    expect(await access()).toEqual([{ valid_to: null }])
  })

  it('範囲の外の方は、いない方と同じ。古い画面からは見比べ直す', async () => {
    await expect(
      recordEvent(as(foreign), person, body({ confirmedBy: foreign.staffId })),
    ).rejects.toMatchObject({ status: 404 })
    await expect(recordEvent(as(worker), person, body({ version: 7 }))).rejects.toMatchObject({
      code: 'conflict',
    })
  })
})

describe('支援措置の方の転出先', () => {
  const protect = () =>
    rows('update casework.person set is_protected = true where insurer_id = $1 and id = $2')
  const moved = (version = 1) =>
    recordEvent(
      as(worker),
      person,
      body({ version, kind: 'moved-out', movedTo: '見本県 隠れ家町', tasks: [] }),
    )
  const everything = () =>
    rows<{ all: string }>(
      `select string_agg(x, ' ') as all from (
         select e::text as x from casework.person_event e where insurer_id = $1 and person_id = $2
         union all select h.row::text from platform.history h where insurer_id = $1 and person_id = $2) all_of_it`,
    )

  it('記録の前から支援措置の方には、書かないよう言って断る', async () => {
    await protect()
    await expect(moved(2)).rejects.toMatchObject({ status: 422, errors: [{ path: 'movedTo' }] })
  })

  it('後から支援措置の方になれば、フェースシートからも前の記録からも消える', async () => {
    await moved()
    expect((await personSheet(as(worker), person)).events).toMatchObject([{ movedTo: '見本県 隠れ家町' }])
    await protect()
    expect((await everything())[0]?.all).not.toContain('隠れ家町')
    expect((await personSheet(as(worker), person)).events).toMatchObject([{ movedTo: null }])
  })

  it('画面を通らずに書いても残らない', async () => {
    await protect()
    await rows(
      `insert into casework.person_event (insurer_id, person_id, kind, happened_on, origin, moved_to)
       values ($1, $2, 'moved-out', '2026-11-20', 'core-system', '見本県 隠れ家町')`,
    )
    expect((await everything())[0]?.all).not.toContain('隠れ家町')
  })
})

describe('基幹系システムの取り込みで知ったとき', () => {
  const alive = anInsuredPerson()
  const dead = anInsuredPerson({
    historyNumber: 2,
    changeReason: '死亡',
    changedOn: '2026-11-19',
    disqualifiedOn: '2026-11-20',
  })
  let city: ImportingInsurer
  let id: string
  const diff = (people: Parameters<typeof aFile>[3], day: string) =>
    load(city, [aFile(city, 'diff', day, people)])
  beforeEach(async () => {
    city = await anImportingInsurer(database)
    await load(city, [aFile(city, 'full', '2026-11-19', [alive])])
    id = (
      await asOwner(database, (client) =>
        client.query<{ id: string }>('select id from casework.person where insurer_id = $1', [city.id]),
      )
    ).rows[0]!.id
    const holder = await anActor(
      database,
      { ...insurer, id: city.id, centres: { ...insurer.centres, ...city.centres } },
      'centreStaff',
      'a',
    )
    await asOwner(database, (client) =>
      client.query('update casework.person set staff_id = $3 where insurer_id = $1 and id = $2', [
        city.id,
        id,
        holder.staffId,
      ]),
    )
    await addTask('own', '次の訪問', id, city.id, city.centres.a)
  })
  const sheetOf = () =>
    rows<{ died_on: string | null; stops_contact: boolean }>(
      'select died_on::text, stops_contact from casework.person where insurer_id = $1 and id = $2',
      city.id,
      id,
    )
  const events = () =>
    rows<{ origin: string; core: boolean; cancelled: boolean }>(
      `select origin, core_confirmed_at is not null as core, cancelled_at is not null as cancelled
     from casework.person_event where insurer_id = $1 and person_id = $2`,
      city.id,
      id,
    )

  it('死亡が届けば、予定は終わり、手続きの予定ができる。二度目の取り込みでは何も起こらない', async () => {
    const run = await diff([dead], '2026-11-20')
    expect(run.notices.map(({ code }) => code)).toContain('person.departed-with-work')
    expect(await events()).toEqual([{ origin: 'core-system', core: true, cancelled: false }])
    const after = await tasks(city.id, id)
    expect(after.map(({ kind, state }) => [kind, state])).toEqual([
      ['own', 'withdrawn'],
      ...Array.from({ length: 4 }, () => ['person.closing', 'open']),
    ])
    await diff([dead], '2026-11-21')
    expect(await tasks(city.id, id)).toEqual(after)
  })

  it('手で先に記録していれば、手続きを重ねず、基幹系で確かめられたことだけが残る', async () => {
    const { version } = (
      await rows<{ version: number }>(
        'select version from casework.person where insurer_id = $1 and id = $2',
        city.id,
        id,
      )
    )[0]!
    const staff = (
      await rows<{ id: string }>(
        'select staff_id as id from casework.person where insurer_id = $1 and id = $2',
        city.id,
        id,
      )
    )[0]!.id
    await recordEvent(city.work, id, body({ version, confirmedBy: staff, happenedOn: '2026-11-18' }))
    await diff([dead], '2026-11-20')
    expect(await events()).toEqual([{ origin: 'hand', core: true, cancelled: false }])
    expect(await sheetOf()).toEqual([{ died_on: '2026-11-19', stops_contact: true }])
    expect((await tasks(city.id, id)).filter(({ kind }) => kind === 'person.closing')).toHaveLength(2)
    const event = (
      await rows<{ id: string; version: number }>(
        'select id, version from casework.person_event where insurer_id = $1 and person_id = $2',
        city.id,
        id,
      )
    )[0]!
    await expect(
      cancelEvent(city.work, id, event.id, { version: event.version, reason: '別の方' }),
    ).rejects.toMatchObject({ code: 'event.of-core' })
  })

  it('職権で戻れば、記録は取り消され、予定は戻る', async () => {
    await diff([dead], '2026-11-20')
    await diff(
      [
        anInsuredPerson({
          historyNumber: 3,
          changeReason: '職権記載',
          changedOn: '2026-11-21',
          disqualifiedOn: null,
        }),
      ],
      '2026-11-21',
    )
    expect(await events()).toEqual([{ origin: 'core-system', core: true, cancelled: true }])
    expect(await sheetOf()).toEqual([{ died_on: null, stops_contact: false }])
    expect((await tasks(city.id, id))[0]).toMatchObject({ kind: 'own', state: 'open' })
  })
})
