import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anActor, anInsurer, asOwner, type TestInsurer, workOf } from '../../platform/testing/insurer.ts'
import { storePerson } from './factory.ts'
import { DuplicatesBody, InquiryBody, ListQuery } from './schema.ts'
import { HistoryQuery } from './schema-sheet.ts'
import { changePerson } from './service-change.ts'
import { addContact, listContacts } from './service-contacts.ts'
import { inquire, transferPerson } from './service-doors.ts'
import { personHistory } from './service-history.ts'
import { listPeople } from './service-list.ts'
import { duplicateCandidates } from './service-register.ts'
import { hiddenAddress, personSheet } from './service-sheet.ts'
import { personTimeline } from './service-timeline.ts'

let database: TestDatabase
let insurer: TestInsurer
let stranger: Actor
const actors: Record<string, Actor> = {}
const ids: Record<string, string> = {}

beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  stranger = await anActor(database, await anInsurer(database), 'officer')
  actors.a = await anActor(database, insurer, 'centreStaff', 'a')
  actors.b = await anActor(database, insurer, 'centreStaff', 'b')
  actors.officer = await anActor(database, insurer, 'officer')
  actors.contractor = await anActor(database, insurer, 'contractedCareManager')
  actors.coordinator = await anActor(database, insurer, 'coordinator')
  const { a, b } = insurer.centres
  const birthOn = '1941-07-07'
  await asOwner(database, async (client) => {
    const store = (example: Parameters<typeof storePerson>[2]) => storePerson(client, insurer.id, example)
    ids.a1 = await store({
      centreId: a,
      name: '甲野 一子',
      kana: 'コウノ イチコ',
      birthOn,
      householdNumber: 'S1',
    })
    ids.a2 = await store({ centreId: a, name: '甲野 二郎', kana: 'コウノ ジロウ', householdNumber: 'S1' })
    ids.b1 = await store({
      centreId: b,
      name: '乙野 一子',
      kana: 'オツノ イチコ',
      birthOn,
      householdNumber: 'S1',
      phone: '000-5555-0001',
    })
    ids.bHidden = await store({
      centreId: b,
      name: '乙野 秘子',
      kana: 'オツノ ヒメコ',
      birthOn,
      isProtected: true,
      addressRest: '秘密町9番地',
      phone: '000-5555-0002',
    })
    ids.bLocked = await store({
      centreId: b,
      name: '乙野 鍵子',
      kana: 'オツノ カギコ',
      birthOn,
      isLocked: true,
    })
    await client.query(
      `insert into platform.person_access (insurer_id, person_id, holder_id, kind, valid_from, valid_to) values
        ($1, $2, $4, 'assignment', '2026-04-01', '2026-11-22'), ($1, $3, $4, 'assignment', '2026-04-01', '2026-11-21')`,
      [insurer.id, ids.a1, ids.b1, insurer.officeId],
    )
  })
})

const as = (name: string, now?: string) => workOf(database, actors[name]!, now ? { now } : {})
const listed = async (name: string, now?: string) =>
  (await listPeople(as(name, now), ListQuery.parse({ past: 'true' }))).items.map(
    (item) => Object.keys(ids).find((key) => ids[key] === item.id) ?? item.id,
  )

describe('一覧に出る人', () => {
  it.each([
    ['a', ['a1', 'a2']],
    ['b', ['b1', 'bLocked', 'bHidden']],
    // narrowed access: in the list of the own centre only, as in search and 照会
    ['officer', ['b1', 'bHidden', 'a1', 'a2']],
    ['contractor', ['a1']],
    ['coordinator', []],
  ])('%s', async (name, expected) => expect(await listed(name)).toEqual(expected))

  it('委託の最終日の翌日には出ない', async () => {
    expect(await listed('contractor', '2026-11-21T12:00:00+09:00')).toEqual(['b1', 'a1'])
    expect(await listed('contractor', '2026-11-23T00:00:00+09:00')).toEqual([])
  })
})

describe('範囲の外の人は、いない人と同じ答えになる', () => {
  const absent = '00000000-0000-4000-8000-000000000000'
  const uses: Record<string, (work: ReturnType<typeof as>, id: string) => Promise<unknown>> = {
    シート: (work, id) => personSheet(work, id),
    経過: (work, id) => personTimeline(work, id, { limit: 30 }),
    履歴: (work, id) => personHistory(work, id, HistoryQuery.parse({})),
    連絡先: (work, id) => listContacts(work, id),
    変更: (work, id) => changePerson(work, id, { version: 1, note: '試験' }),
    連絡先の追加: (work, id) =>
      addContact(work, id, {
        name: '試験',
        relationship: '子',
        kana: null,
        phone: null,
        address: null,
        note: null,
        isKeyPerson: false,
        isEmergency: false,
        isCallerWarning: false,
      }),
    引き継ぎ: (work, id) =>
      transferPerson(work, id, {
        version: 1,
        toCentreId: insurer.centres.core,
        toStaffId: null,
        reason: '試験',
      }),
    支援措置の住所: (work, id) => hiddenAddress(work, id),
  }
  const answer = (promise: Promise<unknown>) =>
    promise.then(
      () => 'answered',
      (problem: { status: number; code: string; title: string; detail: string; errors: unknown }) => [
        problem.status,
        problem.code,
        problem.title,
        problem.detail,
        problem.errors,
      ],
    )

  it.each(Object.keys(uses))('%s', async (use) => {
    const refused = await answer(uses[use]!(as('a'), absent))
    expect(refused).toEqual([404, 'not-found', '見つかりません', expect.any(String), []])
    expect(await answer(uses[use]!(as('a'), ids.b1!))).toEqual(refused)
    expect(await answer(uses[use]!(as('contractor'), ids.b1!))).toEqual(refused)
    expect(await answer(uses[use]!(as('coordinator'), ids.a1!))).toEqual(refused)
    expect(await answer(uses[use]!(workOf(database, stranger), ids.a1!))).toEqual(refused)
  })

  it('委託先は最終日まで開ける', async () => {
    expect((await personSheet(as('contractor'), ids.a1!)).person.name).toBe('甲野 一子')
    expect((await personSheet(as('contractor', '2026-11-21T12:00:00+09:00'), ids.b1!)).person.name).toBe(
      '乙野 一子',
    )
  })
})

describe('フェースシート', () => {
  it('同じ世帯のうち見られない人は、人数だけ', async () => {
    const sheet = await personSheet(as('a'), ids.a1!)
    expect(sheet.household.members.map((member) => member.id)).toEqual([ids.a2])
    expect(sheet.household.others).toBe(1)
    expect((await personSheet(as('officer'), ids.a1!)).household.others).toBe(0)
  })

  it('年齢は今日、権利は職に従う', async () => {
    const sheet = await personSheet(as('a'), ids.a1!)
    expect(sheet.person.ageYears).toBe(85)
    expect(sheet.abilities).toContain('person.change')
    expect(sheet.abilities).not.toContain('person.transfer')
    expect(sheet.readers).toContain('試験センターA')
    expect(sheet.flags.map((flag) => flag.kind)).toEqual(['not-joined'])
  })

  it('支援措置対象者の住所と電話は、別の権利で別に開く', async () => {
    const sheet = await personSheet(as('officer'), ids.bHidden!)
    expect([sheet.person.address, sheet.person.phone]).toEqual([null, null])
    expect(sheet.flags[0]?.kind).toBe('protected')
    expect(JSON.stringify(await personSheet(as('b'), ids.bHidden!))).not.toMatch(/秘密町|5555/)
    const address = await hiddenAddress(as('officer'), ids.bHidden!)
    expect(address).toMatchObject({ rest: '秘密町9番地', phone: '000-5555-0002' })
    await expect(hiddenAddress(as('b'), ids.bHidden!)).rejects.toMatchObject({ status: 404 })
  })
})

describe('二重登録の候補', () => {
  const candidates = async (name: string, body: object) =>
    duplicateCandidates(as(name), DuplicatesBody.parse(body))

  it('範囲の中は全部、外は一文字目と生年とセンターだけ', async () => {
    const mine = { name: '甲野一子', birthOn: '1941-07-07' }
    const theirs = { kana: 'おつの いちこ', birthOn: '1941-07-07' }
    expect(await candidates('a', mine)).toMatchObject([
      { id: ids.a1, name: '甲野 一子', masked: false, reason: 'same-name-and-birth' },
    ])
    expect(await candidates('a', theirs)).toEqual([
      {
        id: null,
        name: '乙＊＊',
        kana: null,
        birthOn: null,
        birthYear: 1941,
        sex: null,
        townName: null,
        centreId: null,
        centreName: '試験センターB',
        masked: true,
        reason: 'same-name-and-birth',
        reasonLabel: '氏名と生年月日が同じ',
      },
    ])
  })

  it('読みの一字ちがいと生年月日、電話番号でも出る', async () => {
    expect(await candidates('a', { kana: 'オツノ イチオ', birthOn: '1941-07-07' })).toMatchObject([
      { masked: true, reason: 'similar-name-and-birth' },
    ])
    expect(await candidates('a', { phone: '00055550001' })).toMatchObject([
      { masked: true, reason: 'same-phone' },
    ])
  })

  it('名前だけでは、範囲の外の人は出ない', async () => {
    expect(await candidates('a', { kana: 'オツノイチコ' })).toEqual([])
    expect(await candidates('b', { kana: 'オツノイチコ' })).toMatchObject([
      { id: ids.b1, reason: 'same-name' },
    ])
  })

  it('支援措置・閲覧制限の人は、範囲の外へは出ない', async () => {
    for (const kana of ['オツノヒメコ', 'オツノカギコ']) {
      expect(await candidates('a', { kana, birthOn: '1941-07-07' })).toEqual([])
      expect(await candidates('b', { kana, birthOn: '1941-07-07' })).toHaveLength(1)
    }
  })
})

describe('照会', () => {
  const ask = async (body: object) => (await inquire(as('a'), InquiryBody.parse(body))).items

  it('氏名と生年月日で、担当センターだけがわかる', async () => {
    expect(await ask({ kana: 'おつのいちこ', birthOn: '1941-07-07' })).toEqual([
      { name: '乙野 一子', kana: 'オツノ イチコ', birthYear: 1941, centreName: '試験センターB' },
    ])
  })

  it.each([
    ['生年月日ちがい', { kana: 'オツノイチコ', birthOn: '1941-07-08' }],
    ['姓だけ', { kana: 'オツノ', birthOn: '1941-07-07' }],
    ['支援措置', { kana: 'オツノヒメコ', birthOn: '1941-07-07' }],
    ['閲覧制限', { name: '乙野鍵子', birthOn: '1941-07-07' }],
  ])('%sでは出ない', async (_, body) => expect(await ask(body)).toEqual([]))

  it('氏名もかなもない照会は受け付けない', () =>
    expect(InquiryBody.safeParse({ birthOn: '1941-07-07' }).success).toBe(false))

  it('だれについて照会したかが監査に残る', async () => {
    await workOfAudited('person.inquired', { kana: 'オツノイチコ', birthOn: '1941-07-07' })
    const rows = await asOwnerAudit('person.inquired')
    expect(rows.flat()).toContain(ids.b1)
  })
})

async function workOfAudited(action: string, body: object): Promise<void> {
  const work = workOf(database, actors.a!, { action })
  await inquire(work, InquiryBody.parse(body))
  await work.finish('done')
}
const asOwnerAudit = (action: string) =>
  asOwner(database, async (client) => {
    const { rows } = await client.query<{ ids: string[] }>(
      'select person_ids as ids from audit.line where insurer_id = $1 and action = $2',
      [insurer.id, action],
    )
    return rows.map((row) => row.ids)
  })
