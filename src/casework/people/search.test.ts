import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../platform/access/index.ts'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { anActor, anInsurer, asOwner, type TestInsurer, workOf } from '../../platform/testing/insurer.ts'
import { type PersonExample, storePerson } from './factory.ts'
import { SearchBody } from './schema.ts'
import { searchPeople } from './service-search.ts'

let database: TestDatabase
let insurer: TestInsurer
let worker: Actor
let officer: Actor
let contractor: Actor
const ids: Record<string, string> = {}
const nameOf = (id: string) => Object.keys(ids).find((name) => ids[name] === id)

const add = (examples: Record<string, PersonExample>) =>
  asOwner(database, async (client) => {
    for (const [name, example] of Object.entries(examples))
      ids[name] = await storePerson(client, insurer.id, example)
  })

const find = async (actor: Actor, text: string, more: object = {}, now?: string) => {
  const work = workOf(database, actor, now ? { now } : {})
  const { items } = await searchPeople(work, SearchBody.parse({ text, ...more }))
  return items.map((item) => ({ ...item, is: nameOf(item.id) }))
}
const names = async (...asked: Parameters<typeof find>) => (await find(...asked)).map((item) => item.is)

beforeAll(async () => {
  database = await testDatabase()
  insurer = await anInsurer(database)
  worker = await anActor(database, insurer, 'centreStaff', 'a')
  officer = await anActor(database, insurer, 'officer')
  contractor = await anActor(database, insurer, 'contractedCareManager')
  const { a, b } = insurer.centres
  await add({
    takahashi: {
      centreId: a,
      name: '髙橋 花子',
      kana: 'タカハシ ハナコ',
      phone: '000-1234-5678',
      townName: '見本町',
      addressRest: '二丁目3番地4',
      insuredNumber: '0000123456',
      residentNumber: '000000000077777',
    },
    namesake: { centreId: a, name: '高橋 花子', kana: 'タカハシ ハナコ', birthOn: '1951-05-05' },
    elsewhere: {
      centreId: b,
      name: '高橋 花江',
      kana: 'タカハシ ハナエ',
      phone: '000-1234-9999',
      townName: '見本町',
    },
    gada: { centreId: a, name: '架空 次郎', kana: 'ガダ ヂロウ', birthOn: '1935-12-31' },
    hidden: {
      centreId: a,
      name: '保護 例子',
      kana: 'ホゴ レイコ',
      phone: '000-7777-0000',
      townName: '秘密町',
      isProtected: true,
    },
    lockedHere: { centreId: a, name: '鍵 一', kana: 'カギヤ ハジメ', isLocked: true },
    lockedThere: { centreId: b, name: '鍵 二', kana: 'カギヤ ツギオ', isLocked: true },
  })
  await add({ merged: { centreId: a, name: '統合 済子', kana: 'トウゴウ スミコ', mergedInto: ids.gada! } })
  await asOwner(database, (client) =>
    client.query(
      `insert into casework.contact (insurer_id, person_id, centre_id, name, relationship, phone, phone_fold) values
        ($1, $2, $4, '架空 長女', '子', '000-2222-3333', '00022223333'),
        ($1, $3, $4, '保護 長女', '子', '000-2222-4444', '00022224444')`,
      [insurer.id, ids.gada, ids.hidden, a],
    ),
  )
})

describe('利用者を探す', () => {
  it.each([
    ['かなの前方', 'タカハ', ['takahashi', 'namesake']],
    ['ひらがな', 'たかはし', ['takahashi', 'namesake']],
    ['半角カナ', 'ﾀｶﾊｼ ﾊﾅ', ['takahashi', 'namesake']],
    ['かなの途中', 'ハシハナ', ['takahashi', 'namesake']],
    ['濁点ちがい', 'カタ　チロウ', ['gada']],
    ['かなの一字ちがい', 'タカハシハマコ', ['takahashi', 'namesake']],
    ['姓だけの一字ちがい', 'タカハキ', ['takahashi', 'namesake']],
    ['生年つきの一字ちがい', 'タカハキ 昭26', ['namesake']],
    ['新字で旧字を', '高橋花子', ['takahashi', 'namesake']],
    ['旧字で新字を', '髙橋　花子', ['takahashi', 'namesake']],
    ['姓のはじめの一字', '高', ['takahashi', 'namesake']],
    ['氏名の途中', '橋花子', ['takahashi', 'namesake']],
    ['漢字とかな', '高橋 はなこ', ['takahashi', 'namesake']],
    ['被保険者番号', '0000123456', ['takahashi']],
    ['被保険者番号の前方', '00001234', ['takahashi']],
    ['宛名番号', '000000000077777', ['takahashi']],
    ['電話（ハイフンあり）', '000-1234-5678', ['takahashi']],
    ['電話の下4けた', '5678', ['takahashi']],
    ['家族の電話', '2222-3333', ['gada']],
    ['住所', '見本町2-3-4', ['takahashi']],
    ['住所の途中', '本町二丁目', ['takahashi']],
    ['生年で同名を分ける', 'タカハシ 1951', ['namesake']],
    ['生年月日で同名を分ける', 'タカハシ S26.5.5', ['namesake']],
  ])('%s「%s」', async (_, text, expected) => expect(await names(worker, text)).toEqual(expected))

  it('同じ名前はまとまり、人数と生年月日で分けられる', async () => {
    const items = await find(worker, 'タカハシハナコ')
    expect(items.map(({ sameNames, birthOn, own }) => [sameNames, birthOn, own])).toEqual([
      [2, '1940-03-04', true],
      [2, '1951-05-05', true],
    ])
  })

  it('どの見つけ方かがわかる', async () => {
    const matched = async (text: string) => (await find(worker, text))[0]?.matched
    expect(
      await Promise.all(['タカハ', '髙橋', '0000123456', '5678', '見本町', 'タカハシハマコ'].map(matched)),
    ).toEqual(['kana', 'name', 'number', 'phone', 'address', 'similar'])
  })

  it('支援措置対象者の電話・住所・家族の電話からは見つからないが、名前では見つかる', async () => {
    expect(await names(worker, '7777')).toEqual([])
    expect(await names(worker, '秘密町')).toEqual([])
    expect(await names(worker, '2222-4444')).toEqual([])
    const [found] = await find(worker, 'ホゴ')
    expect(found).toMatchObject({ is: 'hidden', townName: null })
  })

  it('他センターの人は、どの見つけ方でも出ない。保険者の職員には出る', async () => {
    for (const text of ['タカハシハナエ', 'シハナエ', '高橋花江', '9999', 'タカハシハナヨ']) {
      expect(await names(worker, text)).not.toContain('elsewhere')
      expect(await names(officer, text)).toContain('elsewhere')
    }
  })

  it('統合された記録はだれにも出ない。閲覧制限の人は自センターだけに出る', async () => {
    expect(await names(officer, 'トウゴウ')).toEqual([])
    expect(await names(worker, 'カギヤ')).toEqual(['lockedHere'])
    expect(await names(officer, 'カギヤ')).toEqual([])
    expect(await names(officer, 'ギヤハジメ')).toEqual([])
  })

  it('scope: own は許可された他センターの人を含まない', async () => {
    await asOwner(database, (client) =>
      client.query(
        `insert into platform.person_access (insurer_id, person_id, holder_id, kind, valid_from, valid_to)
          values ($1, $2, $3, 'grant', '2026-11-01', '2026-11-22')`,
        [insurer.id, ids.elsewhere, worker.staffId],
      ),
    )
    for (const text of ['タカハシハナエ', 'シハナエ', '9999']) {
      expect(await names(worker, text, { scope: 'all' })).toContain('elsewhere')
      expect(await names(worker, text, { scope: 'own' })).not.toContain('elsewhere')
    }
    const [own, other] = await find(worker, 'タカハシハナ')
    expect([own?.own, other?.own]).toEqual([true, true])
    expect((await find(worker, 'タカハシハナ')).at(-1)).toMatchObject({ is: 'elsewhere', own: false })
  })

  it('委託先は委託された人だけ、最終日まで', async () => {
    await asOwner(database, (client) =>
      client.query(
        `insert into platform.person_access (insurer_id, person_id, holder_id, kind, valid_from, valid_to) values
          ($1, $2, $4, 'assignment', '2026-04-01', '2026-11-22'), ($1, $3, $4, 'assignment', '2026-04-01', '2026-11-21')`,
        [insurer.id, ids.takahashi, ids.namesake, insurer.officeId],
      ),
    )
    for (const text of ['タカハシ', 'ハシハナ', 'タカハシハマコ', '高橋']) {
      expect(await names(contractor, text)).toEqual(['takahashi'])
      expect(await names(contractor, text, {}, '2026-11-23T00:00:00+09:00')).toEqual([])
      expect(await names(contractor, text, {}, '2026-11-21T23:59:00+09:00')).toEqual([
        'takahashi',
        'namesake',
      ])
    }
    expect(await names(contractor, '5678')).toEqual(['takahashi'])
  })

  it('件数を絞ると、続きのあることがわかる', async () => {
    const work = workOf(database, worker)
    const result = await searchPeople(work, SearchBody.parse({ text: 'タカハシ', limit: 1 }))
    expect([result.items.length, result.more]).toEqual([1, true])
  })
})
