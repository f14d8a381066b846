import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { anInsuredPerson } from '../../../exchange/insured-persons/factory.ts'
import type { InsuredPersonRecord } from '../../../exchange/insured-persons/index.ts'
import { type TestDatabase, testDatabase } from '../../../platform/database/testing/database.ts'
import { valueTypes } from '../../../platform/database/types.ts'
import type { ImportRun } from '../../../platform/import/index.ts'
import { anActor, asOwner, workOf } from '../../../platform/testing/insurer.ts'
import { aFile, anImportingInsurer, type ImportingInsurer, load } from './testing.ts'

let database: TestDatabase
let insurer: ImportingInsurer
beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(async () => {
  insurer = await anImportingInsurer(database)
})

const taro = anInsuredPerson()
const hanako = anInsuredPerson({
  residentNumber: '000000000000002',
  insuredNumber: '0000000002',
  name: '架空　花子',
  nameKana: 'ｶｸｳ ﾊﾅｺ',
  sex: 'female',
  town: 'さざなみ町',
  phone: '000-0000-0002',
})
const full = (people: InsuredPersonRecord[], day = '2026-11-20') =>
  load(insurer, [aFile(insurer, 'full', day, people)])
const diff = (people: InsuredPersonRecord[], day = '2026-11-21') =>
  load(insurer, [aFile(insurer, 'diff', day, people)])
const counts = ({ read, added, changed, removed, unchanged, refusedCount }: ImportRun) => [
  read,
  added,
  changed,
  removed,
  unchanged,
  refusedCount,
]
type Row = Record<string, unknown>
const query = (text: string, ...values: unknown[]) =>
  asOwner(
    database,
    async (client) =>
      (await client.query<Row>({ text, values: [insurer.id, ...values], types: valueTypes })).rows,
  )
const person = async (number = taro.residentNumber) =>
  (await query('select * from casework.person where insurer_id = $1 and resident_number = $2', number))[0]!
const everything = async () =>
  JSON.stringify([
    await query('select to_jsonb(p) as p from casework.person p where insurer_id = $1 order by id'),
    await query(
      'select to_jsonb(p) as p from casework.person_protected p where insurer_id = $1 order by person_id',
    ),
    await query(
      'select to_jsonb(r) as r from casework.core_row r where insurer_id = $1 order by resident_number',
    ),
    await query('select count(*) from casework.person_key where insurer_id = $1'),
    await query('select to_jsonb(i) as i from casework.core_import i where insurer_id = $1 order by id'),
    await query('select count(*) from platform.history where insurer_id = $1'),
  ])
const handPerson = (fields: Row) =>
  asOwner(database, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `insert into casework.person (insurer_id, name, kana, name_fold, kana_fold, birth_on, sex, insured_number, phone, phone_fold,
         note, centre_id, source)
       select $1, '架空　太郎', 'カクウ タロウ', '架空太郎', 'カクウタロウ', f.birth_on, 'male', f.insured_number, f.phone, coalesce(f.phone, ''),
         f.note, f.centre_id, 'hand'
       from jsonb_to_record($2::jsonb) f (birth_on date, insured_number text, phone text, note text, centre_id uuid) returning id`,
      [insurer.id, JSON.stringify({ birth_on: '1940-03-04', ...fields })],
    )
    return rows[0]!.id
  })

describe('全件のファイル', () => {
  it('試しに比べるだけなら、何も変わらない', async () => {
    const before = await everything()
    const run = await load(insurer, [aFile(insurer, 'full', '2026-11-20', [taro, hanako])], { dryRun: true })
    expect(counts(run)).toEqual([2, 2, 0, 0, 0, 0])
    expect(await everything()).toBe(before)
  })

  it('新しい人の行は、異動事由で何の行かを言い、本人のことは何も出さない', async () => {
    const silent = anInsuredPerson({ ...hanako, changeReason: null, changedOn: null })
    const run = await load(insurer, [aFile(insurer, 'full', '2026-11-20', [taro, silent])], { dryRun: true })
    const added = (one: InsuredPersonRecord, reason: string) => ({
      state: 'added',
      key: `宛名番号 ${one.residentNumber}`,
      fields: ['種別', '異動事由'],
      before: null,
      after: { 種別: '新しい方', 異動事由: reason },
    })
    expect(run.differences).toEqual(
      [added(taro, '65歳到達'), added(silent, '記載なし')].sort((a, b) => (a.key < b.key ? -1 : 1)),
    )
  })

  it('新しい人は、住所の町から圏域と担当センターが決まり、探すための鍵ができる', async () => {
    expect(
      counts(await full([anInsuredPerson({ town: 'めぐり町一丁目', lot: '1番地の2' }), hanako])),
    ).toEqual([2, 2, 0, 0, 0, 0])
    expect(await person()).toMatchObject({
      town_id: insurer.towns.meguri,
      area_id: insurer.areas.meguri,
      centre_id: insurer.centres.a,
      address_rest: '一丁目1番地の2',
      kana: 'カクウ タロウ',
      source: 'core-system',
      resident_history_number: 1,
      insured_to: null,
    })
    expect((await person(hanako.residentNumber)).centre_id).toBe(insurer.centres.b)
    const found = await insurer.work.read((tx) =>
      tx.query<{ matched: string }>(
        `select matched from casework.find_people(null, null, null, null, array['カクウタロ'], null, null, null, false, 10)`,
      ),
    )
    expect(found).toEqual([{ matched: 'similar' }])
  })

  it('同じファイルをもう一度取り込んでも、何も変わらない', async () => {
    await full([taro, hanako])
    const before = await everything()
    expect(counts(await full([taro, hanako]))).toEqual([2, 0, 0, 0, 2, 0])
    expect(await everything()).toBe(before)
  })

  it('いなくなった人は消さず、一度だけ知らせる。戻れば、なかったことになる', async () => {
    await full([taro, hanako])
    const gone = await full([taro], '2026-11-21')
    expect(counts(gone)).toEqual([1, 0, 0, 1, 1, 0])
    expect(gone.differences).toEqual([
      {
        state: 'removed',
        key: `宛名番号 ${hanako.residentNumber}`,
        fields: ['種別'],
        before: { 種別: '一覧からいなくなった方（記録は残ります）' },
        after: null,
      },
    ])
    expect(await person(hanako.residentNumber)).toMatchObject({ insured_to: null, died_on: null })
    const again = await full([taro], '2026-11-22')
    expect(counts(again)).toEqual([1, 0, 0, 0, 1, 0])
    expect(again.notices).toMatchObject([{ code: 'person.still-missing', count: 1 }])
    expect((await full([taro, hanako], '2026-11-22')).notices).toEqual([])
    expect(
      await query('select 1 from casework.core_row where insurer_id = $1 and missing_since is not null'),
    ).toEqual([])
  })

  it('資格を失った人や亡くなった人が一覧からいなくなるのは、知らせない', async () => {
    const dead = anInsuredPerson({
      ...hanako,
      changeReason: '死亡',
      changedOn: '2026-10-01',
      disqualifiedOn: '2026-10-02',
    })
    await full([taro, dead])
    expect(await person(hanako.residentNumber)).toMatchObject({
      died_on: '2026-10-01',
      insured_to: '2026-10-02',
    })
    expect(counts(await full([taro], '2026-11-21'))).toEqual([1, 0, 0, 0, 1, 0])
  })

  it('だれもいない全件は断る', async () => {
    await full([taro])
    expect((await full([], '2026-11-21')).refused).toMatchObject([{ code: 'file.no-people' }])
  })
})

describe('履歴番号', () => {
  it('新しい番号の行で変わる。古い番号の行は見送り、同じと数える', async () => {
    await full([anInsuredPerson({ historyNumber: 5 })])
    expect(counts(await diff([anInsuredPerson({ historyNumber: 6, name: '改名　太郎' })]))).toEqual([
      1, 0, 1, 0, 0, 0,
    ])
    const late = await diff([anInsuredPerson({ historyNumber: 4, name: '旧名　太郎' })], '2026-11-22')
    expect(counts(late)).toEqual([1, 0, 0, 0, 1, 0])
    expect(await person()).toMatchObject({ name: '改名　太郎', resident_history_number: 6 })
  })

  it('一つのファイルに同じ人の行がいくつあっても、いちばん新しい番号の、後の行が残る', async () => {
    const run = await full([
      anInsuredPerson({ historyNumber: 3, name: '三番　太郎' }),
      anInsuredPerson({ historyNumber: 2, name: '二番　太郎' }),
      anInsuredPerson({ historyNumber: 3, name: '三番　後郎' }),
    ])
    expect(counts(run)).toEqual([3, 1, 0, 0, 2, 0])
    expect((await person()).name).toBe('三番　後郎')
  })

  it('同じ番号で内容が違えば、行を言って断り、何も変えない', async () => {
    await full([taro, hanako])
    const before = await everything()
    const run = await diff([hanako, anInsuredPerson({ name: '別名　太郎' })])
    expect(run.refused).toEqual([
      expect.objectContaining({
        row: 3,
        cell: 'B3',
        column: '履歴番号',
        code: 'row.other-content',
        value: null,
      }),
    ])
    expect(await everything()).toBe(before)
  })
})

describe('支援措置', () => {
  const secret = anInsuredPerson({
    isProtected: true,
    town: 'めぐり町',
    lot: '秘密9番地',
    phone: '000-9999-0009',
  })
  const leaks = async () =>
    JSON.stringify([
      await query('select to_jsonb(p) as p from casework.person p where insurer_id = $1'),
      await query(
        'select row from platform.history where insurer_id = $1 and table_name = $2',
        'casework.person',
      ),
    ])

  it('新しい人の住所と電話は、初めから別の表にだけ入る。担当センターは決まる', async () => {
    const run = await full([secret])
    expect(await leaks()).not.toMatch(/秘密9|9999-?0009/)
    expect(await person()).toMatchObject({
      is_protected: true,
      town_id: null,
      centre_id: insurer.centres.a,
      phone: null,
      address_fold: '',
    })
    expect(
      await query('select address_rest, phone, town_id from casework.person_protected where insurer_id = $1'),
    ).toEqual([{ address_rest: '秘密9番地', phone: '000-9999-0009', town_id: insurer.towns.meguri }])
    expect(JSON.stringify(run)).not.toMatch(/秘密|9999/)
  })

  it('対象になった人は、前の住所も履歴から消え、差分にも報告にも住所と電話が出ない', async () => {
    await full([anInsuredPerson({ lot: '旧宅7番地', phone: '000-7777-0007' })])
    const run = await diff([{ ...secret, historyNumber: 2 }])
    expect(counts(run)).toEqual([1, 0, 1, 0, 0, 0])
    expect(await leaks()).not.toMatch(/秘密9|旧宅7|7777|9999/)
    expect(JSON.stringify(run)).not.toMatch(/秘密|旧宅|7777|9999|めぐり町/)
    expect(run.differences).toMatchObject([
      { after: { 支援措置: true, 住所: '変わります', 電話: '変わります' } },
    ])
  })

  it('対象でない人の住所と電話も、報告には残さない', async () => {
    await full([taro])
    const run = await diff([
      anInsuredPerson({ historyNumber: 2, lot: '転居先8番地', phone: '000-8888-0008', name: '改名　太郎' }),
    ])
    expect(JSON.stringify(run)).not.toMatch(/転居先|8888|改名/)
  })

  it('終わった人は、住所がふつうの表に戻り、終わったことを知らせる', async () => {
    await full([secret])
    const run = await diff([anInsuredPerson({ historyNumber: 2, phone: null })])
    expect(run.notices).toMatchObject([{ code: 'person.protection-ended', count: 1 }])
    expect(await person()).toMatchObject({
      is_protected: false,
      town_id: insurer.towns.meguri,
      phone: '000-9999-0009',
      phone_fold: '00099990009',
    })
    expect(await query('select 1 from casework.person_protected where insurer_id = $1')).toEqual([])
  })
})

describe('手で登録された人', () => {
  it('被保険者番号が同じなら結び、メモ、担当、電話（基幹系にないとき）は残る', async () => {
    const id = await handPerson({
      insured_number: taro.insuredNumber,
      phone: '0001234567',
      note: '耳が遠い',
      centre_id: insurer.centres.b,
    })
    const run = await full([anInsuredPerson({ phone: null })])
    expect(counts(run)).toEqual([1, 0, 1, 0, 0, 0])
    expect(run.notices.map((notice) => notice.code)).toContain('person.joined')
    expect(await person()).toMatchObject({
      id,
      source: 'core-system',
      note: '耳が遠い',
      phone: '0001234567',
      centre_id: insurer.centres.b,
    })
  })

  it('氏名と生年月日が同じだけなら、結ばずに知らせる', async () => {
    const id = await handPerson({})
    const run = await full([taro])
    expect(counts(run)).toEqual([1, 1, 0, 0, 0, 0])
    expect(run.notices).toMatchObject([
      { code: 'person.maybe-known', count: 1, examples: [`宛名番号 ${taro.residentNumber}`] },
    ])
    expect((await person()).id).not.toBe(id)
  })

  it('被保険者番号が同じでも生年月日が違えば、結ばずに知らせる', async () => {
    await handPerson({ insured_number: taro.insuredNumber, birth_on: '1941-03-04' })
    const run = await full([taro])
    expect(counts(run)).toEqual([1, 1, 0, 0, 0, 0])
    expect(run.notices).toMatchObject([{ code: 'person.number-of-another' }])
  })

  it('担当センターのなかった人が結ばれると、連絡先もそのセンターのものになる', async () => {
    const id = await handPerson({ insured_number: taro.insuredNumber })
    await query(
      `insert into casework.contact (insurer_id, person_id, name, relationship) values ($1, $2, '架空 連絡', '長男')`,
      id,
    )
    await full([taro])
    expect(await query('select centre_id from casework.contact where insurer_id = $1')).toEqual([
      { centre_id: insurer.centres.a },
    ])
  })
})

describe('異動', () => {
  it('転居で町が変われば圏域は変わるが、担当センターは変えずに知らせる', async () => {
    await full([taro])
    const run = await diff([
      anInsuredPerson({
        historyNumber: 2,
        town: 'さざなみ町',
        changeReason: '転居',
        changedOn: '2026-11-20',
      }),
    ])
    expect(await person()).toMatchObject({
      town_id: insurer.towns.sazanami,
      area_id: insurer.areas.sazanami,
      centre_id: insurer.centres.a,
    })
    expect(run.notices).toMatchObject([{ code: 'person.area-changed', count: 1 }])
  })

  it('論理削除で資格が終わり、ほかの項目は変わらない', async () => {
    await full([taro])
    const run = await diff([
      anInsuredPerson({
        historyNumber: 2,
        isDeleted: true,
        name: '消名　太郎',
        changedOn: '2026-11-19',
        changeReason: '職権消除',
      }),
    ])
    expect(counts(run)).toEqual([1, 0, 1, 0, 0, 0])
    expect(await person()).toMatchObject({
      insured_to: '2026-11-19',
      name: '架空　太郎',
      resident_history_number: 2,
    })
  })

  it('登録のない人の論理削除は、何もせずに知らせる', async () => {
    const run = await diff([anInsuredPerson({ isDeleted: true })])
    expect(counts(run)).toEqual([1, 0, 0, 0, 1, 0])
    expect(run.notices.map((notice) => notice.code)).toEqual([
      'file.no-full-list',
      'person.withdrawn-unknown',
    ])
  })

  it('読みが変われば、前の読みの鍵は残らない', async () => {
    await full([taro])
    await diff([anInsuredPerson({ historyNumber: 2, nameKana: 'ミホン ジロウ' })])
    const keys = await query('select key from casework.person_key where insurer_id = $1')
    expect(keys.map((row) => row.key)).toContain('ミホンシロウ')
    expect(keys.map((row) => row.key)).not.toContain('カクウタロウ')
  })
})

describe('断るファイル', () => {
  async function refused(name: string, people = [taro]): Promise<ImportRun> {
    const before = await everything()
    const { bytes } = aFile(insurer, 'diff', '2026-11-21', people)
    const run = await load(insurer, [{ name, bytes }])
    expect(await everything()).toBe(before)
    return run
  }

  it('ほかの保険者のファイル', async () => {
    expect((await refused('999995_hihokensha_diff_20261121.csv')).refused).toMatchObject([
      { code: 'file.other-insurer' },
    ])
  })
  it('検査数字の合わない保険者番号', async () => {
    expect((await refused('999994_hihokensha_diff_20261121.csv')).refused).toMatchObject([
      { code: 'file.name-insurer' },
    ])
  })
  it('先の日付の作成日', async () => {
    expect((await refused(`${insurer.number}_hihokensha_diff_20261123.csv`)).refused).toMatchObject([
      { code: 'file.future' },
    ])
  })
  it('すでに取り込んだ日より前の差分。同じ日なら取り込む', async () => {
    await diff([taro], '2026-11-21')
    expect((await refused(`${insurer.number}_hihokensha_diff_20261120.csv`)).refused).toMatchObject([
      { code: 'file.older' },
    ])
    expect((await diff([hanako], '2026-11-21')).added).toBe(1)
  })
  it('全件とほかのファイルを一緒に', async () => {
    const run = await load(insurer, [
      aFile(insurer, 'full', '2026-11-20', [taro]),
      aFile(insurer, 'diff', '2026-11-21', [taro]),
    ])
    expect(run.refused).toMatchObject([{ code: 'file.mixed' }])
  })
  it('個人番号らしい値（架空の検査用の番号）', async () => {
    const run = await refused(`${insurer.number}_hihokensha_diff_20261121.csv`, [
      anInsuredPerson({ building: '123456789018' }),
    ])
    expect(run.refused).toMatchObject([{ code: 'cell.individual-number', value: null }])
  })
})

describe('取込の記録と、古いときの知らせ', () => {
  it('変わりのないファイルも記録し、最後の作成日がわかる', async () => {
    await full([taro], '2026-11-18')
    await diff([], '2026-11-21')
    expect(
      await query(
        'select file_kind, created_on, read_count, added from casework.core_import where insurer_id = $1 order by created_on',
      ),
    ).toEqual([
      { file_kind: 'full', created_on: '2026-11-18', read_count: 1, added: 1 },
      { file_kind: 'diff', created_on: '2026-11-21', read_count: 0, added: 0 },
    ])
  })

  it('間があいた差分は、取り込むが知らせる', async () => {
    await full([taro], '2026-11-16')
    expect((await diff([], '2026-11-20')).notices).toEqual([])
    expect((await diff([], '2026-11-22')).notices).toEqual([])
    const other = await anImportingInsurer(database)
    insurer = other
    await full([taro], '2026-11-16')
    expect((await diff([], '2026-11-21')).notices).toMatchObject([{ code: 'file.gap', count: 5 }])
  })

  it('センターの職員の権限では、人を取り込めない', async () => {
    const staff = await anActor(database, insurer, 'centreStaff')
    const asStaff = { ...insurer, officer: staff, work: workOf(database, staff) }
    await expect(load(asStaff, [aFile(insurer, 'full', '2026-11-20', [taro])])).rejects.toThrow()
    expect(await query('select 1 from casework.person where insurer_id = $1')).toEqual([])
  })
})
