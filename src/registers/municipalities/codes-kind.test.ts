import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TabularSource } from '../../exchange/tabular/index.ts'
import type { Tx } from '../../platform/database/engine.ts'
import { testDatabase } from '../../platform/database/testing/database.ts'
import { valueTypes } from '../../platform/database/types.ts'
import { imports } from './imports.ts'
import { findMunicipality, municipalitiesOn, municipalityOn, periodsOf } from './index.ts'
import { changes, clearMunicipalities, list, loadFiles, prefectures } from './testing/load.ts'

const kind = imports.find((one) => one.kind === 'municipality-codes')!
let client: pg.Client
beforeAll(async () => {
  const database = await testDatabase()
  client = new pg.Client({ ...database.client('reference'), types: valueTypes })
  await client.connect()
})
afterAll(async () => {
  await clearMunicipalities(client)
  await client.end()
})
beforeEach(() => clearMunicipalities(client))

const tx = {
  query: async (text: string, values: unknown[]) => (await client.query(text, values)).rows,
} as unknown as Tx
const load = (files: TabularSource[], dryRun = false) => loadFiles(client, kind, files, { dryRun })
const file = (text: string, name = 'changes.csv') => ({ name, bytes: Buffer.from(text) })
const heading = '都道府県,コード,名称,区分,有効開始日,有効終了日,引継先コード'
const listText = readFileSync(list.path).toString()

describe('市区町村コードを取り込む（実物の一覧と、同梱の変更）', () => {
  it('一覧・都道府県・変更を一度に取り込み、もう一度では何も変わらない', async () => {
    const run = await load([list, prefectures, changes])
    expect(run).toMatchObject({ read: 1_973, added: 1_966, changed: 0, removed: 0, refusedCount: 0 })
    expect(run.notices).toMatchObject([
      { code: 'code.ended', count: 7 },
      { code: 'attribution.none', count: 2 },
    ])
    expect(await load([list, prefectures, changes])).toMatchObject({ added: 0, changed: 0, unchanged: 1_966 })
  })

  it('別々に取り込んでも同じ。一覧を取り込み直しても、終わった日は消えない', async () => {
    for (const one of [list, changes]) expect((await load([one])).refusedCount).toBe(0)
    expect(await load([list])).toMatchObject({ changed: 0, unchanged: 1_916 })
    expect(await municipalityOn(tx, '221317', '2023-12-31')).toMatchObject({
      name: '浜松市中区',
      latitude: 34.71111111,
    })
    expect(await municipalityOn(tx, '221317', '2024-01-01')).toBeNull()
  })

  it('変更だけを先に取り込むと、上位の市がないと断る', async () => {
    expect((await load([changes])).refused[0]).toMatchObject({
      code: 'parent.unknown',
      row: 4,
      value: '221309',
    })
  })

  it('試しに比べるだけなら、何も変わらない', async () => {
    expect(await load([list], true)).toMatchObject({ added: 1_916, applied: false })
    expect(await municipalitiesOn(tx, '2026-11-22')).toEqual([])
  })
})

describe('日付で見る', () => {
  it('浜松市: 2023年12月31日までは七区、2024年1月1日からは三区。全国の市町村は1,741のまま', async () => {
    await load([list, prefectures, changes])
    const wards = async (day: string) => {
      const all = await municipalitiesOn(tx, day)
      const basic = all.filter(({ kind }) => kind !== 'ward' && kind !== 'prefecture').length
      return [basic, ...all.filter(({ parentCode }) => parentCode === '221309').map(({ code }) => code)]
    }
    expect(await wards('2023-12-31')).toEqual([
      1741,
      '221317',
      '221325',
      '221333',
      '221341',
      '221350',
      '221368',
      '221376',
    ])
    expect(await wards('2024-01-01')).toEqual([1741, '221384', '221392', '221406'])
  })

  it('分かれた北区は、引継先を二つ言う', async () => {
    await load([list, changes])
    expect(await periodsOf(tx, '221350')).toMatchObject([
      { validTo: '2023-12-31', successorCodes: ['221384', '221392'], confidence: 'recalled' },
    ])
  })

  it('同じコードで名前の変わった市は、日によって別の名前', async () => {
    await load([list])
    // the days are those of the real renaming of 2019, written as a city would write them
    const renamed = `${heading},よみ\n兵庫県,282219,篠山市,市,,2019-04-30,282219,ささやまし\n兵庫県,282219,丹波篠山市,市,2019-05-01,,,たんばささやまし\n`
    expect(await load([file(renamed)])).toMatchObject({ added: 1, changed: 1, refusedCount: 0 })
    expect(await municipalityOn(tx, '282219', '2019-04-30')).toMatchObject({ name: '篠山市' })
    expect(await municipalityOn(tx, '282219', '2019-05-01')).toMatchObject({
      name: '丹波篠山市',
      latitude: expect.any(Number),
    })
    expect(await load([list])).toMatchObject({ changed: 0 })
  })
})

describe('名前で探す', () => {
  it.each([
    ['岩手県', '金ヶ崎町', '033812'],
    ['岩手県', '金ケ崎町', '033812'],
    ['千葉県', '鎌ヶ谷市', '122246'],
    ['岐阜県', '関ヶ原町', '213624'],
    ['北海道', '札幌市 中央区', '011011'],
    ['北海道', '札幌市　中央区', '011011'],
    ['東京都', '府中市', '132063'],
    ['広島県', '府中市', '342084'],
    ['香川県', '中央区', undefined],
    ['香川', '高松市', undefined],
  ])('%s %s', async (prefecture, name, code) => {
    await load([list, prefectures])
    expect((await findMunicipality(tx, prefecture, name, '2026-11-22'))?.code).toBe(code)
  })
})

describe('断ったファイルは何も変えない', () => {
  it.each([
    ['重なる期間', '静岡県,221384,浜松市中央区,政令指定都市の区,2020-01-01,,', 'code.overlap'],
    ['知らない引継先', '静岡県,221317,浜松市中区,政令指定都市の区,,2023-12-31,221414', 'successor.unknown'],
  ])('%s', async (_, line, code) => {
    await load([list, changes])
    const run = await load([file(`${heading}\n${line}\n`)])
    expect(run.applied).toBe(false)
    expect(run.refused).toMatchObject([{ file: 'changes.csv', row: 2, code }])
  })

  it('一つのコードが一覧に二度', async () => {
    const lines = listText.split('\n')
    const run = await load([file(lines.with(3, lines[2]!).join('\n'), 'list.csv')])
    expect(run.refused).toMatchObject([{ code: 'code.twice', row: 4, value: '011011' }])
  })
})

it('一覧から消えたコードは残し、そう知らせる', async () => {
  await load([list])
  const without = listText.split('\n').filter((line) => !line.endsWith(',372013'))
  const run = await load([file(without.join('\n'), 'newer.csv')])
  expect(run.notices[0]).toMatchObject({ code: 'code.gone', examples: ['372013 高松市'] })
  expect(await municipalityOn(tx, '372013', '2026-11-22')).toMatchObject({ name: '高松市' })
})

it('出典は、変更の表は自分の見出しから、一覧は取り込む人の言葉から', async () => {
  await loadFiles(client, kind, [list, changes], { attribution: '「localgovjp」（Code for FUKUI）、CC0 1.0' })
  const { rows } = await client.query(
    `select attribution from platform.dataset_release where dataset = 'municipality-codes' order by attribution`,
  )
  expect(rows.map(({ attribution }) => attribution)).toEqual([
    '「localgovjp」（Code for FUKUI）、CC0 1.0',
    'めぐり同梱「市区町村コードの変更」',
  ])
})
