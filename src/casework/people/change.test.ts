import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anActor, anInsurer, asOwner, type TestInsurer, workOf } from '../../platform/testing/insurer.ts'
import { storePerson } from './factory.ts'
import { ChangeBody, ListQuery, NewContactBody, RegisterBody, SearchBody } from './schema.ts'
import { HistoryQuery } from './schema-sheet.ts'
import { changePerson } from './service-change.ts'
import { addContact, changeContact, listContacts, removeContact } from './service-contacts.ts'
import { transferPerson } from './service-doors.ts'
import { personHistory } from './service-history.ts'
import { listPeople } from './service-list.ts'
import { registerPerson } from './service-register.ts'
import { searchPeople } from './service-search.ts'
import { personSheet } from './service-sheet.ts'

let database: TestDatabase
let insurer: TestInsurer
let worker: Actor
let colleague: Actor
let manager: Actor
let person: string
const towns: Record<'a' | 'b', string> = { a: '', b: '' }
const areas: Record<'a' | 'b', string> = { a: '', b: '' }
const as = (actor: Actor) => workOf(database, actor)

beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  worker = await anActor(database, insurer, 'centreStaff', 'a')
  manager = await anActor(database, insurer, 'centreManager', 'a')
  colleague = await anActor(database, insurer, 'centreManager', 'b')
  await asOwner(database, async (client) => {
    for (const key of ['a', 'b'] as const) {
      const area = await client.query<{ id: string }>(
        `insert into registers.daily_life_area (insurer_id, code, name, valid_from) values ($1, $2, '圏域' || $2, '2020-04-01') returning id`,
        [insurer.id, key],
      )
      const town = await client.query<{ id: string }>(
        `insert into registers.town (insurer_id, name, kana, fold) values ($1, $2 || '見本町', $2, $2) returning id`,
        [insurer.id, key],
      )
      areas[key] = area.rows[0]!.id
      towns[key] = town.rows[0]!.id
      await client.query(
        `insert into registers.area_town (insurer_id, area_id, town_id, valid_from) values ($1, $2, $3, '2020-04-01')`,
        [insurer.id, areas[key], towns[key]],
      )
      await client.query(
        `insert into registers.centre_area (insurer_id, centre_id, area_id, valid_from) values ($1, $2, $3, '2020-04-01')`,
        [insurer.id, insurer.centres[key], areas[key]],
      )
    }
  })
})
beforeEach(async () => {
  person = await asOwner(database, (client) =>
    storePerson(client, insurer.id, {
      centreId: insurer.centres.a,
      name: '丙野 花子',
      kana: 'ヘイノ ハナコ',
    }),
  )
})

describe('手で登録する', () => {
  const body = (more: object) =>
    RegisterBody.parse({ name: '丁野 新', kana: 'テイノ アラタ', sex: 'male', ...more })
  const found = async (actor: Actor, text: string) =>
    (await searchPeople(as(actor), SearchBody.parse({ text }))).items.map((item) => item.id)

  it('住所から圏域とセンターが決まり、すぐ見つかる', async () => {
    const stored = await registerPerson(
      as(worker),
      body({ townId: towns.a, addressRest: '1-2', phone: '000-8888-1111' }),
    )
    expect(stored).toMatchObject({ areaId: areas.a, centreId: insurer.centres.a, isGranted: false })
    for (const text of ['テイノ', 'テイノアラク', '8888', 'a見本町']) {
      expect(await found(worker, text)).toContain(stored.id)
    }
  })

  it('住所が他センターなら、そのセンターの人になり、登録した職員は14日間見られる', async () => {
    const stored = await registerPerson(as(worker), body({ townId: towns.b, kana: 'ヨソノ アラタ' }))
    expect(stored).toMatchObject({ areaId: areas.b, centreId: insurer.centres.b, isGranted: true })
    expect((await personSheet(as(worker), stored.id)).person.centre?.own).toBe(false)
    const later = workOf(database, worker, { now: '2026-12-07T09:00:00+09:00' })
    await expect(personSheet(later, stored.id)).rejects.toMatchObject({ status: 404 })
    expect(await found(colleague, 'ヨソノ')).toEqual([stored.id])
    await expect(personSheet(as(manager), stored.id)).rejects.toMatchObject({ status: 404 })
  })

  it('センターを選べば住所より優先し、住所がなければ自分のセンター', async () => {
    const chosen = await registerPerson(as(worker), body({ townId: towns.b, centreId: insurer.centres.a }))
    expect(chosen).toMatchObject({ areaId: areas.b, centreId: insurer.centres.a, isGranted: false })
    const none = await registerPerson(as(worker), body({}))
    expect(none).toMatchObject({ areaId: null, centreId: insurer.centres.a })
  })

  it('二度送っても一人だけ', async () => {
    const id = crypto.randomUUID()
    const once = await registerPerson(as(worker), body({ id, kana: 'ニド オクル' }))
    const twice = await registerPerson(as(worker), body({ id, kana: 'ニド オクル' }))
    expect([once.id, twice.id]).toEqual([id, id])
    expect(await found(worker, 'ニドオクル')).toEqual([id])
  })

  it.each([
    ['先の生年月日', { birthOn: '2026-11-23' }, 'birthOn'],
    ['ない町', { townId: '00000000-0000-4000-8000-000000000000' }, 'townId'],
    ['ないセンター', { centreId: '00000000-0000-4000-8000-000000000000' }, 'centreId'],
  ])('%sは理由を言って断る', async (_, more, path) => {
    await expect(registerPerson(as(worker), body(more))).rejects.toMatchObject({
      status: 422,
      errors: [{ path }],
    })
  })
})

describe('直す', () => {
  const change = (actor: Actor, fields: object, version = 1) =>
    changePerson(as(actor), person, ChangeBody.parse({ version, ...fields }))

  it('名前を直すと、新しい読みで見つかり、古い読みでは見つからない', async () => {
    expect(await change(worker, { name: '戊野 花子', kana: 'ボノ ハナコ' })).toMatchObject({ version: 2 })
    const find = async (text: string) => (await searchPeople(as(worker), SearchBody.parse({ text }))).items
    expect((await find('ボノハナタ')).map((item) => item.id)).toContain(person)
    expect((await find('ヘイノハナコ')).map((item) => item.id)).not.toContain(person)
  })

  it('先に保存した人がいれば409で、いまの内容が返る', async () => {
    await change(worker, { note: '先' })
    await expect(change(manager, { note: '後' })).rejects.toMatchObject({
      status: 409,
      extra: { stored: { id: person, version: 2, note: '先' } },
    })
  })

  it('町を直すと圏域が変わり、センターは変わらず引き継ぎを案内する', async () => {
    expect(await change(worker, { townId: towns.b })).toMatchObject({
      areaId: areas.b,
      centreId: insurer.centres.a,
      centreByAddress: { id: insurer.centres.b, name: '試験センターB' },
    })
  })

  it('基幹系の項目は理由を言って断り、同じ値なら断らない', async () => {
    await asOwner(database, (client) =>
      client.query(`update casework.person set source = 'core-system' where id = $1`, [person]),
    )
    await expect(change(worker, { kana: 'チガウ ヨミ' }, 2)).rejects.toMatchObject({
      status: 422,
      errors: [{ path: 'kana', code: 'kept-by-core-system' }],
    })
    expect(await change(worker, { kana: 'ヘイノ ハナコ', phone: '000-1' }, 2)).toMatchObject({ version: 3 })
  })

  it('主担当は担当センターの職員だけ', async () => {
    await expect(change(worker, { staffId: colleague.staffId })).rejects.toMatchObject({
      errors: [{ path: 'staffId' }],
    })
    expect(await change(worker, { staffId: manager.staffId })).toMatchObject({ version: 2 })
  })

  it('支援措置対象者の電話は、センターでは直せない', async () => {
    await asOwner(database, (client) =>
      client.query('update casework.person set is_protected = true where id = $1', [person]),
    )
    await expect(change(worker, { phone: '000-2' }, 2)).rejects.toMatchObject({
      errors: [{ code: 'protected' }],
    })
  })

  it('履歴に、前の内容と後の内容と直した人が出る', async () => {
    await change(worker, { note: '一度目', phone: '000-3' })
    await change(manager, { note: '二度目' }, 2)
    const { items } = await personHistory(as(worker), person, HistoryQuery.parse({}))
    expect(
      items.map(({ version, changes }) => [version, changes.map((c) => [c.label, c.before, c.after])]),
    ).toEqual([
      [2, [['メモ', '一度目', '二度目']]],
      [
        1,
        [
          ['電話', '', '000-3'],
          ['メモ', '', '一度目'],
        ],
      ],
    ])
    const page = await personHistory(as(worker), person, HistoryQuery.parse({ limit: 1 }))
    const next = await personHistory(
      as(worker),
      person,
      HistoryQuery.parse({ limit: 1, cursor: page.nextCursor }),
    )
    expect([page.items[0]?.version, next.items[0]?.version, next.nextCursor]).toEqual([2, 1, null])
  })
})

describe('連絡先', () => {
  it('加え、直し、外す。版がちがえば409', async () => {
    const added = await addContact(
      as(worker),
      person,
      NewContactBody.parse({ name: '丙野 長女', relationship: '子' }),
    )
    const changed = await changeContact(as(worker), person, added.id, {
      version: 1,
      phone: '000-4',
      isCallerWarning: true,
    })
    expect(changed).toMatchObject({ version: 2, name: '丙野 長女', phone: '000-4' })
    expect((await personSheet(as(worker), person)).flags.map((flag) => flag.kind)).toContain('caller-warning')
    await expect(
      changeContact(as(worker), person, added.id, { version: 1, note: '後' }),
    ).rejects.toMatchObject({
      status: 409,
      extra: { stored: { version: 2 } },
    })
    await expect(removeContact(as(worker), person, added.id, 1)).rejects.toMatchObject({ status: 409 })
    await removeContact(as(worker), person, added.id, 2)
    expect(await listContacts(as(worker), person)).toEqual([])
    await expect(changeContact(as(worker), person, added.id, { version: 2 })).rejects.toMatchObject({
      status: 404,
    })
  })

  it('他センターの職員は直せない', async () => {
    const added = await addContact(
      as(worker),
      person,
      NewContactBody.parse({ name: '丙野 長男', relationship: '子' }),
    )
    await expect(changeContact(as(colleague), person, added.id, { version: 1 })).rejects.toMatchObject({
      status: 404,
    })
  })
})

describe('引き継ぎ', () => {
  const transfer = (actor: Actor, more: object = {}) =>
    transferPerson(as(actor), person, {
      version: 1,
      toCentreId: insurer.centres.b,
      toStaffId: null,
      reason: '転居のため',
      ...more,
    })

  it('記録ごと移り、元のセンターからは見えず、先のセンターは受領を求められる', async () => {
    const added = await addContact(
      as(worker),
      person,
      NewContactBody.parse({ name: '丙野 次女', relationship: '子' }),
    )
    await asOwner(database, (client) =>
      client.query(
        `insert into platform.task (insurer_id, person_id, centre_id, holder_id, kind, title, due_on, source_type, source_id)
          values ($1, $2, $3, $4, 'own', '電話する', '2026-11-25', 'person', $2)`,
        [insurer.id, person, insurer.centres.a, worker.staffId],
      ),
    )
    expect(await transfer(manager)).toMatchObject({
      centreId: insurer.centres.b,
      receiverId: colleague.staffId,
    })
    await expect(personSheet(as(worker), person)).rejects.toMatchObject({ status: 404 })
    await expect(personHistory(as(manager), person, HistoryQuery.parse({}))).rejects.toMatchObject({
      status: 404,
    })
    const sheet = await personSheet(as(colleague), person)
    expect(sheet.contacts.map((contact) => contact.id)).toEqual([added.id])
    expect(sheet.tasks.map((task) => [task.title, task.kind])).toEqual([
      ['引き継ぎの受領: 転居のため', 'person.transfer-receipt'],
      ['電話する', 'own'],
    ])
    const left = await asOwner(database, (client) =>
      client.query(
        `select 1 from platform.history where insurer_id = $1 and person_id = $2 and centre_id = $3`,
        [insurer.id, person, insurer.centres.a],
      ),
    )
    expect(left.rowCount).toBe(0)
    expect((await personHistory(as(colleague), person, HistoryQuery.parse({}))).items.length).toBeGreaterThan(
      0,
    )
  })

  it.each([
    ['同じセンター', () => ({ toCentreId: insurer.centres.a }), 'same-centre'],
    ['ないセンター', () => ({ toCentreId: person }), 'no-such-centre'],
    ['職員のいないセンター', () => ({ toCentreId: insurer.centres.core }), 'no-receiver'],
    ['先のセンターにいない職員', () => ({ toStaffId: worker.staffId }), 'no-receiver'],
  ])('%sへは断る', async (_, more, code) =>
    expect(transfer(manager, more())).rejects.toMatchObject({ status: 422, errors: [{ code }] }),
  )

  it('版がちがえば409', () =>
    expect(transfer(manager, { version: 9 })).rejects.toMatchObject({
      status: 409,
      extra: { stored: { version: 1 } },
    }))
})

describe('一覧をめくる', () => {
  it('かな順に、重なりも抜けもない', async () => {
    const own = await anInsurer(database)
    const reader = await anActor(database, own, 'coreCentreStaff', 'core')
    await asOwner(database, async (client) => {
      for (const [n, kana] of ['サンプル', 'アオ', 'アオ', 'アオ', 'カキ', 'タキ', 'ナキ'].entries()) {
        const centreId = n % 2 === 0 ? own.centres.core : own.centres.branch
        await storePerson(client, own.id, { centreId, kana, birthOn: `19${40 + n}-11-22` })
      }
    })
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page = await listPeople(
        as(reader),
        ListQuery.parse({ limit: 2, ...(cursor ? { cursor } : {}), total: 'true' }),
      )
      expect(page.total).toBe(7)
      seen.push(...page.items.map((item) => `${item.kana}${item.id}`))
      cursor = page.nextCursor
    } while (cursor)
    expect(seen).toEqual([...seen].sort())
    expect(new Set(seen).size).toBe(7)
    // born 1940 … 1946 on 22 November: 86 … 80 years old today
    const aged = await listPeople(as(reader), ListQuery.parse({ ageFrom: '81', ageTo: '82' }))
    expect(aged.items.map((item) => item.ageYears).sort()).toEqual([81, 82])
    const branch = await listPeople(as(reader), ListQuery.parse({ centreId: own.centres.branch }))
    expect(branch.items).toHaveLength(3)
    expect((await listPeople(as(reader), ListQuery.parse({ centreId: own.centres.a }))).items).toEqual([])
  })
})
