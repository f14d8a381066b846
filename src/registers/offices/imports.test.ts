import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../platform/database/testing/database.ts'
import type { ImportRun } from '../../platform/import/index.ts'
import { imports as municipalityKinds } from '../municipalities/imports.ts'
import { changes, list, loadFiles } from '../municipalities/testing/load.ts'
import { officeCountFinder, officeCounts, officePlaces } from './index.ts'
import { clearOffices, filesOf, fixtures, loadOffices, referenceClient, undoOffices } from './testing/load.ts'

let client: pg.Client
beforeAll(async () => {
  client = await referenceClient(await testDatabase())
})
afterAll(() => client.end())
beforeEach(() => clearOffices(client))

const kagawa = filesOf('pref37-kagawa')
const shizuoka = filesOf('pref22-shizuoka')
const bath = readFileSync(join(fixtures, 'pref37-kagawa', 'jigyosho_120.csv'), 'utf8')
const file = (text: string, name = 'jigyosho_120.csv') => ({ name, bytes: Buffer.from(text) })
const counts = ({ read, added, changed, removed, unchanged, refusedCount }: ImportRun) => [
  read,
  added,
  changed,
  removed,
  unchanged,
  refusedCount,
]
const rows = async <Row>(text: string, values: unknown[] = []) =>
  (await client.query(text, values)).rows as Row[]
const reader = {
  query: async <Row>(text: string, values: readonly unknown[] = []) => rows<Row>(text, [...values]),
}
const stored = async () =>
  rows<{
    all: string
  }>(`select (select jsonb_agg(to_jsonb(s) order by s) from registers.care_office_service s)::text
    || (select jsonb_agg(to_jsonb(l) - 'loaded_at' order by l) from registers.care_office_load l)::text
    || (select jsonb_agg(to_jsonb(r) - 'loaded_at' order by r.id) from platform.dataset_release r)::text as all`)

describe('介護サービス事業所を取り込む（実物の二県分）', () => {
  it('香川県の22のファイルは572行、静岡県の23のファイルは1,585行。二つの県は消し合わない', async () => {
    expect(counts(await loadOffices(client, kagawa))).toEqual([572, 572, 0, 0, 0, 0])
    expect(counts(await loadOffices(client, shizuoka))).toEqual([1585, 1585, 0, 0, 0, 0])
    const [all] = await rows(`select (select count(*)::int from registers.care_office_service) as rows,
      (select count(distinct office_number)::int from registers.care_office where municipality_code = '372013') as takamatsu,
      (select count(distinct office_number)::int from registers.care_office where prefecture_code = '370002') as kagawa,
      (select count(*)::int from registers.care_office_service where municipality_code in ('221384', '221392', '221406')) as hamamatsu,
      (select count(*)::int from registers.care_office_load) as loads`)
    expect(all).toEqual({ rows: 2157, takamatsu: 163, kagawa: 401, hamamatsu: 356, loads: 45 })
  })

  it('同じファイルは、別の日にもう一度でも何も変えない', async () => {
    await loadOffices(client, kagawa)
    const before = await stored()
    const again = await loadOffices(client, kagawa, { today: '2026-12-01' })
    expect(counts(again)).toEqual([572, 0, 0, 0, 572, 0])
    expect(await stored()).toEqual(before)
  })

  it('香川県の401の番号のうち50に、ちがう名称か住所がある。空白と全角・半角だけのもの、住所の書き方だけのものを分ける', async () => {
    await loadOffices(client, kagawa)
    const kinds = await rows<{ kind: string; n: number }>(
      'select kind, count(*)::int as n from registers.care_office_difference group by kind order by kind',
    )
    expect(kinds.reduce((sum, { n }) => sum + n, 0)).toBe(50)
    expect(kinds).toEqual([
      { kind: 'notation', n: 8 },
      { kind: 'real', n: 26 },
      { kind: 'spacing', n: 16 },
    ])
    const one = await rows(
      `select office_number from registers.care_office_difference where kind = 'spacing' order by 1`,
    )
    expect(one).toContainEqual({ office_number: '3750180089' }) // さつき荘 with and without a space
    const two = await rows(
      `select municipality_codes, kind from registers.care_office_difference where office_number = '3770700643'`,
    )
    expect(two).toEqual([{ municipality_codes: ['372013', '372072'], kind: 'real' }])
  })

  it('ファイルはそのサービスと都道府県のすべて: なくなった事業所と変わった欄を示す', async () => {
    await loadOffices(client, kagawa)
    const lines = bath.split('\r\n')
    const without = lines.toSpliced(1, 1).join('\r\n').replace('訪問入浴いろは', '訪問入浴イロハ')
    const run = await loadOffices(client, [file(without)])
    expect(counts(run)).toEqual([lines.length - 3, 0, 1, 1, lines.length - 4, 0])
    expect(run.differences).toMatchObject([
      { state: 'removed', key: '3770109878 372013 サービス120', before: { 事業所名: '訪問入浴ゆづき' } },
      { state: 'changed', before: { 事業所名: '訪問入浴いろは' }, after: { 事業所名: '訪問入浴イロハ' } },
    ])
    expect(await rows(`select 1 from registers.care_office where office_number = '3770109878'`)).toHaveLength(
      1,
    )
  })

  it('新しい取り込みを取り消すと、前のファイルのときの一覧とちがいに戻る', async () => {
    await loadOffices(client, kagawa)
    const differing = 'select * from registers.care_office_difference order by office_number'
    const before = [await stored(), await rows(differing)]
    await loadOffices(client, [
      file(bath.replaceAll('訪問入浴', '入浴訪問').replaceAll('入浴訪問介護', '訪問入浴介護')),
    ])
    await loadOffices(client, shizuoka)
    expect([await stored(), await rows(differing)]).not.toEqual(before)
    for (const _ of ['shizuoka', 'bath'])
      expect(await undoOffices(client)).toMatchObject({ outcome: 'undone' })
    expect([await stored(), await rows(differing)]).toEqual(before)
  })

  it('出典はこの様式の公表元。添えられたらその言葉', async () => {
    const run = await loadOffices(client, [file(bath)])
    expect(run.sources).toEqual([
      '出典: 「介護サービス情報公表システム オープンデータ」（厚生労働省）（公共データ利用規約（第1.0版））',
    ])
    await loadOffices(client, [file(bath)], { attribution: '試験の出典' })
    expect(await rows('select attribution, attribution_from from platform.dataset_release')).toEqual([
      { attribution: '試験の出典', attribution_from: 'loader' },
    ])
  })
})

describe('断るものと、知らせるもの', () => {
  it('見出しだけのファイル、同じサービスと都道府県が二つあるときは断り、何も変えない', async () => {
    await loadOffices(client, [file(bath)])
    const before = await stored()
    const [header = ''] = bath.split('\r\n')
    const empty = await loadOffices(client, [file(`${header}\r\n`)])
    expect(empty.refused).toMatchObject([{ code: 'file.no-rows', file: 'jigyosho_120.csv' }])
    const other = file(bath.replace('ゆづき', 'ユヅキ'), 'jigyosho_120_20260709180319.csv')
    const twice = await loadOffices(client, [file(bath), other])
    expect(twice.refused).toMatchObject([{ code: 'service.twice' }])
    expect(await stored()).toEqual(before)
  })

  it('検査数字の合わない番号は知らせるだけ。名前に日がなければ、読み込んだ日を添えると知らせる', async () => {
    const run = await loadOffices(client, [file(bath.replaceAll('3770109878', '3770109870'))])
    expect(run.notices).toMatchObject([
      { code: 'office.check-digit', count: 1, examples: ['3770109870 (jigyosho_120.csv 2行目)'] },
      { code: 'file.undated', count: 1 },
    ])
    expect(run.applied).toBe(true)
  })

  it('一つのファイルに同じ番号が内容ちがいで二度あれば、どちらも残し、事業所は一つと数える', async () => {
    const [header = '', first = ''] = bath.split('\r\n')
    const run = await loadOffices(client, [
      file([header, first, first.replace('ゆづき', 'ゆづき東'), ''].join('\r\n')),
    ])
    expect(run.notices.map(({ code }) => code)).toContain('office.sites')
    const { counts: found } = await officeCounts(reader)
    expect(found).toEqual([{ municipalityCode: '372013', serviceCode: '120', offices: 1 }])
  })
})

describe('市区町村コードの一覧との照らし合わせ', () => {
  const codes = municipalityKinds.find(({ kind }) => kind === 'municipality-codes')!
  const unknown = async () =>
    (await loadOffices(client, shizuoka, { dryRun: true })).notices.find(
      ({ code }) => code === 'office.municipality',
    )
  afterAll(() => client.query('delete from registers.municipality'))

  it('一覧が読み込まれていなければ、何も言わない', async () => {
    await client.query('delete from registers.municipality')
    expect(await unknown()).toBeUndefined()
  })

  it('2024年より前の一覧では、浜松市の三つの区の356行を知らせ、断らない。変更の記録を読めば知らせは消える', async () => {
    await loadFiles(client, codes, [list])
    expect(await unknown()).toMatchObject({
      count: 356,
      examples: [
        '221384 浜松市中央区（262行）',
        '221392 浜松市浜名区（74行）',
        '221406 浜松市天竜区（20行）',
      ],
    })
    await loadFiles(client, codes, [changes])
    expect(await unknown()).toBeUndefined()
  })
})

describe('指標への扉', () => {
  it('読み込んでいないサービスは「ない」ではなく不明、読み込んで載っていなければ0', async () => {
    await loadOffices(client, kagawa)
    const count = officeCountFinder(await officeCounts(reader))
    expect(count('372013', '520')).toBe(
      (
        await rows(
          `select 1 from registers.care_office_service where service_code = '520' and municipality_code = '372013'`,
        )
      ).length,
    )
    expect(count('373648', '520')).toBe(0) // 直島町 has no 老健 in the file of 香川県
    expect(count('372013', '110')).toBeNull() // not loaded
    expect(count('372013', '530')).toBeNull() // no file of 香川県
    expect(count('221015', '520')).toBeNull() // 静岡県 is not loaded
  })

  it('全国のファイルは、載っていない都道府県を0とする', async () => {
    await loadOffices(client, [file(bath, 'jigyosho_120_all_20260709180319.csv')])
    const all = await officeCounts(reader)
    expect([all.loaded.length, all.loaded[0]?.asOf]).toEqual([47, '2026-07-09'])
    expect(officeCountFinder(all)('221015', '120')).toBe(0)
    // and a national file that lacks a prefecture takes away what stood there
    await clearOffices(client)
    await loadOffices(client, shizuoka)
    const run = await loadOffices(client, [file(bath, 'jigyosho_120_all_20260709180319.csv')])
    expect(run.removed).toBeGreaterThan(0)
  })

  it('位置は、日本の外を指す一行（実物）を除くすべての行にある', async () => {
    await loadOffices(client, kagawa)
    expect(await officePlaces(reader)).toHaveLength(571)
  })
})
