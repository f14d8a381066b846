import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../platform/database/testing/database.ts'
import { runRows } from '../../platform/import/index.ts'
import { anActor, anInsurer, asOwner, workOf } from '../../platform/testing/insurer.ts'
import { townsFile } from './files.ts'
import { townsKind } from './imports.ts'
import * as service from './put.ts'
import { areaRegister } from './register.ts'
import { placeOfTown } from './service.ts'
import { readTowns, TOWN_HEADINGS } from './town-file.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})

const FROM = '2020-04-01'

async function anOffice() {
  const insurer = await anInsurer(database)
  const administrator = await anActor(database, insurer, 'administrator')
  const work = () => workOf(database, administrator)
  const addArea = async (code: string, centreId: string | null) => {
    const id = randomUUID()
    const name = `試験圏域${code}`
    await service.putArea(work(), { id, version: null, code, name, validFrom: FROM, centreId })
    return id
  }
  const east = await addArea('01', insurer.centres.a)
  const west = await addArea('02', insurer.centres.b)
  const town = randomUUID()
  await service.putTown(work(), {
    id: town,
    version: null,
    name: '見本町（架空）',
    kana: 'ミホンチョウ',
    areaId: east,
    fromDay: FROM,
  })
  const placeOn = (day: string) => work().read((tx) => placeOfTown(tx, insurer.id, town, day))
  const daysOf = async () =>
    (await areaRegister(work())).towns[0]!.areas.map(({ code, validFrom, validTo }) => [
      code,
      validFrom,
      validTo,
    ])
  const rows = (given: string[][], dryRun = false) =>
    runRows(work(), townsKind, { headings: TOWN_HEADINGS, rows: given, dryRun })
  return { insurer, administrator, work, east, west, town, placeOn, daysOf, rows }
}

const problem = async (doing: Promise<unknown>) => {
  const error = await doing.then(
    () => null,
    (reason: { code: string; errors?: { path: string; code: string }[] }) => reason,
  )
  return { code: error?.code, errors: error?.errors?.map(({ path, code }) => `${path} ${code}`) }
}

describe('町の圏域を、ある日から替える', () => {
  it('前の日までは元の圏域とセンター、その日からは新しい圏域とセンター', async () => {
    const { insurer, work, east, west, town, placeOn, daysOf } = await anOffice()
    expect(await service.assignTowns(work(), { townIds: [town], areaId: west, fromDay: '2027-04-01' })).toBe(
      1,
    )
    expect(await placeOn('2027-03-31')).toEqual({ areaId: east, centreId: insurer.centres.a })
    expect(await placeOn('2027-04-01')).toEqual({ areaId: west, centreId: insurer.centres.b })
    expect(await daysOf()).toEqual([
      ['01', FROM, '2027-03-31'],
      ['02', '2027-04-01', null],
    ])
  })

  it('元の圏域へ戻すと、これからの変更はなかったことになる', async () => {
    const { work, east, west, town, daysOf } = await anOffice()
    await service.assignTowns(work(), { townIds: [town], areaId: west, fromDay: '2027-04-01' })
    expect(await service.assignTowns(work(), { townIds: [town], areaId: west, fromDay: '2027-04-02' })).toBe(
      0,
    )
    await service.assignTowns(work(), { townIds: [town], areaId: east, fromDay: '2027-04-01' })
    expect(await daysOf()).toEqual([['01', FROM, null]])
  })

  it('間に入れた変更は、次の変更の前の日まで。どこにも属さない日も作れる', async () => {
    const { work, east, west, town, placeOn, daysOf } = await anOffice()
    await service.assignTowns(work(), { townIds: [town], areaId: west, fromDay: '2028-04-01' })
    await service.assignTowns(work(), { townIds: [town], areaId: null, fromDay: '2027-04-01' })
    expect(await placeOn('2027-04-01')).toEqual({ areaId: null, centreId: null })
    expect((await placeOn('2028-04-01')).areaId).toBe(west)
    await service.assignTowns(work(), { townIds: [town], areaId: east, fromDay: '2027-10-01' })
    expect(await daysOf()).toEqual([
      ['01', FROM, '2027-03-31'],
      ['01', '2027-10-01', '2028-03-31'],
      ['02', '2028-04-01', null],
    ])
  })

  it('期間の重なりは、データベースが断る', async () => {
    const { insurer, west, town } = await anOffice()
    const overlap = asOwner(database, (client) =>
      client.query(
        'insert into registers.area_town (insurer_id, area_id, town_id, valid_from) values ($1, $2, $3, $4)',
        [insurer.id, west, town, '2027-04-01'],
      ),
    )
    expect((await problem(overlap)).code).toBe('23P01')
  })

  it('終わる圏域、まだ始まらない圏域、ない町、ほかの保険者の圏域は選べない', async () => {
    const { work, west, town } = await anOffice()
    const other = await anOffice()
    const assign = (townIds: string[], areaId: string, fromDay: string) =>
      problem(service.assignTowns(work(), { townIds, areaId, fromDay }))
    expect((await assign([town], west, '2020-03-31')).errors).toEqual(['fromDay area-not-in-force'])
    expect((await assign([town], other.west, '2027-04-01')).code).toBe('not-found')
    expect((await assign([other.town], west, '2027-04-01')).code).toBe('not-found')
    const { areas } = await areaRegister(work())
    const version = areas.find(({ id }) => id === west)!.version
    await service.endArea(work(), { id: west, version, lastDay: '2028-03-31' })
    expect((await assign([town], west, '2027-04-01')).errors).toEqual(['fromDay area-not-in-force'])
  })
})

describe('圏域の担当センターを、ある日から替える', () => {
  it('前の日までと、その日からとで、担当センターが違う', async () => {
    const { insurer, work, east, placeOn } = await anOffice()
    await service.assignArea(work(), { areaId: east, centreId: insurer.centres.core, fromDay: '2027-04-01' })
    expect((await placeOn('2027-03-31')).centreId).toBe(insurer.centres.a)
    expect((await placeOn('2027-04-01')).centreId).toBe(insurer.centres.core)
    const again = service.assignArea(work(), {
      areaId: east,
      centreId: insurer.centres.core,
      fromDay: '2027-04-01',
    })
    expect((await problem(again)).errors).toEqual(['centreId same'])
  })

  it('町の残る圏域は終えられず、移したあとなら担当の期間も同じ日に終わる', async () => {
    const { work, east, west, town } = await anOffice()
    const area = async (id: string) => (await areaRegister(work())).areas.find((one) => one.id === id)!
    const end = async (lastDay: string) =>
      problem(service.endArea(work(), { id: east, version: (await area(east)).version, lastDay }))
    expect((await end('2027-03-31')).errors).toEqual(['lastDay towns'])
    await service.assignTowns(work(), { townIds: [town], areaId: west, fromDay: '2027-04-01' })
    expect((await end('2027-03-30')).errors).toEqual(['lastDay towns'])
    expect((await end('2027-03-31')).code).toBeUndefined()
    expect(await area(east)).toMatchObject({ validTo: '2027-03-31', centres: [{ validTo: '2027-03-31' }] })
  })
})

describe('登録の鍵', () => {
  it('保険者職員の接続からは、扉も表も開かない', async () => {
    const { insurer, town, west } = await anOffice()
    const officer = workOf(database, await anActor(database, insurer, 'officer'))
    const assign = service.assignTowns(officer, { townIds: [town], areaId: west, fromDay: '2027-04-01' })
    expect((await problem(assign)).code).toBe('42501')
    const write = officer.write((tx) =>
      tx.query('delete from registers.area_town where insurer_id = $1', [insurer.id]),
    )
    expect((await problem(write)).code).toBe('42501')
  })

  it('先に直されていれば、いまの内容を返して断る', async () => {
    const { work, town } = await anOffice()
    const put = (version: number) =>
      problem(
        service.putTown(work(), {
          id: town,
          version,
          name: '見本町',
          kana: 'ミホンチョウ',
          areaId: null,
          fromDay: null,
        }),
      )
    expect((await put(1)).code).toBeUndefined()
    expect((await put(1)).code).toBe('conflict')
  })
})

describe('町の一覧を読み込む', () => {
  it('確かめるだけでは変わらず、保存すると町と圏域と担当が入り、二度目は何も変わらない', async () => {
    const { insurer, work, rows } = await anOffice()
    const north = randomUUID()
    const area = { id: north, version: null, code: '03', name: '北', validFrom: FROM, centreId: null }
    await service.putArea(work(), area)
    const given = [
      ['新町（架空）', 'シンマチ', '03', '試験基幹センター', '2026-04-01'],
      ['見本町（架空）', '', '02', '', 'R9.4.1'],
    ]
    expect(await rows(given, true)).toMatchObject({ added: 1, changed: 1, applied: false, refusedCount: 0 })
    expect((await areaRegister(work())).towns).toHaveLength(1)
    const run = await rows(given)
    expect(run.notices).toMatchObject([{ code: 'town.moves', count: 1, examples: ['見本町（架空）'] }])
    const { areas, towns } = await areaRegister(work())
    expect(towns.map(({ name }) => name).toSorted()).toEqual(['新町（架空）', '見本町（架空）'].toSorted())
    expect(areas.find(({ id }) => id === north)?.centres).toMatchObject([
      { centreId: insurer.centres.core, validFrom: '2026-04-01' },
    ])
    expect(await rows(given)).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
  })

  it.each([
    [['', 'シンマチ', '01', '', ''], '町名 cell.missing'],
    [['新町', '新町', '01', '', ''], 'カナ cell.kana'],
    [['新町', 'シンマチ', '', '', ''], '圏域コード cell.missing'],
    [['新町', 'シンマチ', '99', '', ''], '圏域コード area.unknown'],
    [['新町', 'シンマチ', '01', '架空センター', ''], 'センター centre.unknown'],
    [['新町', 'シンマチ', '01', 'B', ''], 'センター centre.other'],
    [['新町', 'シンマチ', '01', '', '令和8年2月30日'], '開始日 cell.not-a-date'],
  ])('%j は、行と列を示して断り、何も変えない', async (row, expected) => {
    const { work, rows } = await anOffice()
    const run = await rows([['第二町（架空）', 'ダイニチョウ', '01', '', ''], row])
    expect(run.refused.map(({ row: at, column, code }) => [at, `${column} ${code}`])).toEqual([[3, expected]])
    expect((await areaRegister(work())).towns).toHaveLength(1)
  })

  it('書き出した様式は、そのまま読み込めて何も変わらない（Excel の選択肢つき）', async () => {
    const { work, rows } = await anOffice()
    const file = await townsFile(work(), 'xlsx')
    const read: string[][] = []
    for await (const item of await readTowns({ name: file.name, bytes: file.bytes })) {
      if (item.kind === 'refused') throw new Error(item.refusal.code)
      read.push([item.row.name, item.row.kana ?? '', item.row.areaCode, item.row.centre ?? '', ''])
    }
    expect(read).toEqual([['見本町（架空）', 'ミホンチョウ', '01', '試験センターA', '']])
    expect(await rows(read)).toMatchObject({ unchanged: 1, changed: 0 })
  })
})
