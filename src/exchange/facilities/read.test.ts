import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { collectItems } from '../tabular/index.ts'
import {
  type FacilityMapping,
  facilityCsv,
  headerDifferences,
  readFacilities,
  standardHeader,
} from './index.ts'

const folder = join(import.meta.dirname, 'fixtures')
const fixture = (path: string) => readFileSync(join(folder, path))
const read = async (bytes: Uint8Array, name: string, mapping: FacilityMapping | null = null) => {
  const file = await readFacilities({ name, bytes }, mapping)
  return { ...file, ...(await collectItems(file)) }
}
const real = (path: string) => read(fixture(path), path.split('/')[1] ?? path)
const toilets = fixture('yaizu/222127_public_toilet.csv').toString()

describe('実物の一覧（高松市21、焼津市6）', () => {
  it.each([
    ['takamatsu/0004.csv', 'コミュニティセンター', 52],
    ['takamatsu/0031.csv', '支所・出張所', 6],
    ['takamatsu/0032.csv', '市民サービスセンター', 2],
    ['takamatsu/0045.csv', '地域包括支援センター', 7],
    ['takamatsu/0045_2025.xlsx', '地域包括支援センター', 7],
    ['takamatsu/0047.csv', '老人福祉センター', 2],
    ['takamatsu/0048.csv', '老人いこいの家', 10],
    ['takamatsu/0049.csv', '老人福祉施設', 45],
    ['takamatsu/0049_new.csv', '老人福祉施設', 47],
    ['takamatsu/0050.csv', '認知症高齢者グループホーム', 47],
    ['takamatsu/0051.csv', '小規模多機能型居宅介護', 14],
    ['takamatsu/0053.csv', '保健所・保健センター', 9],
    ['takamatsu/0054.csv', '社会福祉協議会', 7],
    ['takamatsu/0056.csv', 'その他の福祉施設', 4],
    ['takamatsu/0060.csv', '指定緊急避難場所・避難所', 193],
    ['takamatsu/0062.csv', '医療機関', 635],
    ['takamatsu/0069.csv', 'ふれあいセンター', 2],
    ['takamatsu/0070.csv', '総合センター', 5],
    ['takamatsu/0071.csv', '地域交流館', 7],
    ['yaizu/222127_aed.csv', 'AED設置箇所', 82],
    ['yaizu/222127_community_center.csv', 'コミュニティセンター', 9],
    ['yaizu/222127_evacuation_space.csv', '指定緊急避難場所・避難所', 31],
    ['yaizu/222127_facilities_smartmap.csv', '公共施設', 28],
    ['yaizu/222127_facilities_welfare.csv', '福祉施設', 2],
    ['yaizu/222127_public_toilet.csv', '公衆トイレ', 112],
  ])('%s は「%s」%i か所', async (path, category, count) => {
    const { rows, refusals, category: taken } = await real(path)
    expect(refusals).toEqual([])
    expect(rows).toHaveLength(count)
    expect(taken?.category).toBe(category)
    expect(new Set(rows.map(({ areaCode }) => areaCode))).toEqual(
      new Set([path.startsWith('yaizu') ? '222127' : '372013']),
    )
    expect(rows.every(({ latitude, longitude, name }) => latitude && longitude && name)).toBe(true)
    expect(new Set(rows.map(({ key }) => key)).size).toBe(count)
  })

  it('用意した実物は、読むか断るかのどちらかにすべて入っている', () => {
    expect(readdirSync(join(folder, 'takamatsu'))).toHaveLength(21)
    expect(readdirSync(join(folder, 'yaizu'))).toHaveLength(6)
  })

  it.each([
    ['takamatsu/0081.csv', 'イベントの一覧'],
    ['takamatsu/0099.csv', 'オープンデータの目録'],
  ])('%s は%sなので、どうすればよいかを言って断る', async (path, what) => {
    const { rows, refusals } = await real(path)
    expect(rows).toEqual([])
    expect(refusals).toMatchObject([{ code: 'list.not-places' }])
    expect(refusals[0]?.reason).toContain(what)
    expect(refusals[0]?.remedy).toMatch(/選んでください。$/)
  })

  it('出典と、地域包括支援センターの一行目', async () => {
    const { rows, attribution } = await real('takamatsu/0045.csv')
    expect(attribution?.name).toBe('高松市')
    expect(rows[0]).toMatchObject({
      id: '1',
      name: '地域包括支援センター（高松市保健センター１階）',
      address: '高松市桜町一丁目9-12',
      telephone: '087-839-2811',
      openDays: '月火水木金',
      opensAt: '08:30',
      closesAt: '17:00',
      latitude: 34.33040083,
      rowNumber: 10,
    })
    expect(rows.map(({ id }) => id)).toEqual(['1', '2', '4', '5', '6', '7', '8'])
  })

  it('番号だけが残った行は施設にせず、行を言う', async () => {
    const { emptied } = await real('takamatsu/0048.csv')
    expect(emptied).toEqual([18])
  })

  it('避難場所の印は ○ △ × を別々に、空は書かれていないとする', async () => {
    const takamatsu = (await real('takamatsu/0060.csv')).rows[0]
    expect(takamatsu?.marks).toMatchObject({ '洪水（L1）': 'yes', '洪水（L2）': 'partly', 津波: 'partly' })
    expect(takamatsu?.capacity).toBe(238)
    const yaizu = (await real('yaizu/222127_evacuation_space.csv')).rows[0]
    expect(yaizu?.marks).toEqual({ 地震: 'yes', 津波: 'yes' })
  })

  it('二つの電話が入った欄や、定員の文章は、書いてあるとおりに残る', async () => {
    const health = (await real('takamatsu/0053.csv')).rows[0]
    expect(health?.telephone).toBeNull()
    expect(health?.asWritten.電話番号).toContain('087-839-2860')
    const elderly = (await real('takamatsu/0047.csv')).rows[0]
    expect([elderly?.capacity, elderly?.asWritten['定員・収容人数']]).toEqual([
      null,
      expect.stringContaining('120名'),
    ])
  })

  it('医療機関の時間は全角も表計算の小数も読み、読めないものは文字のまま残す', async () => {
    const { rows } = await real('takamatsu/0062.csv')
    expect(rows.find(({ name }) => name.startsWith('おさか脳神経外科'))).toMatchObject({
      opensAt: '08:30',
      closesAt: '17:00',
      extras: { 終了時間の注記: '受付' },
      service: '病院',
    })
    expect([...new Set(rows.flatMap(({ asWritten }) => Object.values(asWritten)))]).toEqual(['12：.30'])
  })
})

describe('汚れた一覧', () => {
  it.each([
    ['番号の下けたが失われた', '222127,1,', '222127,1.72E+11,', 'cell.scientific'],
    ['市区町村コードの検査数字が合わない', '222127,1,', '222128,1,', 'cell.municipality-code'],
    ['名称がない', 'ふるさとの川瀬戸川便益施設,フルサト', ',フルサト', 'cell.missing'],
    ['同じ番号が二度', '\n222127,2,', '\n222127,1,', 'row.duplicate'],
    ['文字の失われた欄がある', 'ふるさとの川瀬戸川', 'ふる\uFFFDとの川', 'cell.damaged'],
  ])('%sときは断る', async (_, from, to, code) => {
    const { refusals } = await read(Buffer.from(toilets.replace(from, to)), '222127_public_toilet.csv')
    expect(refusals.map((refusal) => refusal.code)).toEqual([code])
  })

  it('入れ替わった緯度と経度は、位置なしで、書いてあるとおりに残す', async () => {
    const { rows, refusals } = await read(
      Buffer.from(toilets.replace('34.8760119,138.3207625', '138.3207625,34.8760119')),
      '222127_public_toilet.csv',
    )
    expect(refusals).toEqual([])
    expect(rows[0]).toMatchObject({ latitude: null, asWritten: { 緯度: '138.3207625', 経度: '34.8760119' } })
  })

  it('何の一覧か分からない名前と列なら断り、名称の列がなければ画面を案内する', async () => {
    const plain = await read(Buffer.from('名称,住所\n見本,架空町1\n'), 'list.csv')
    expect(plain.refusals).toMatchObject([{ code: 'list.category-unknown' }])
    const odd = await read(Buffer.from('なまえ,住所\n見本,架空町1\n'), 'list.csv')
    expect(odd.refusals).toMatchObject([{ code: 'header.missing', column: '名称' }])
    expect(odd.refusals[0]?.remedy).toContain('様式のない一覧')
    const only = await read(Buffer.from('名称,住所\n'), '222127_aed.csv')
    expect(only.refusals).toMatchObject([{ code: 'list.empty' }])
  })

  it('どの市区町村か分からない一覧は断る', async () => {
    const { refusals } = await read(Buffer.from('名称,住所,POIコード\n見本,架空町1,\n'), 'list.csv')
    expect(refusals).toMatchObject([{ code: 'area.unknown', row: 2 }])
  })
})

describe('人が対応づけた一覧', () => {
  const text = [
    '令和8年度 見本市 つどいの場の一覧（架空）,,,,',
    '№,つどいの名,ところ,位置,参加のめやす,担当者',
    ',,,（北緯、東経）,（人）,',
    '1,見本体操の会,架空町1-1,"34.34, 134.05",15,見本 花子',
    '2,見本茶話会,架空町2-2,"34.35,134.06",二十人,例示 太郎',
  ].join('\r\n')
  const mapping: FacilityMapping = {
    target: 'facilities',
    category: '通いの場',
    areaCode: '372013',
    asOf: '2026-04-01',
    sheet: null,
    headerRow: 2,
    skipRows: 1,
    columns: [
      { heading: '№', field: 'id' },
      { heading: 'つどいの名', field: 'name' },
      { heading: 'ところ', field: 'address' },
      { heading: '位置', field: 'location' },
      { heading: '参加のめやす', field: 'capacity' },
      { heading: '担当者', field: null },
    ],
  }
  const cp932 = (given: string) => iconv.encode(given, 'cp932')

  it('CP932、上の題、下の単位の行、一つの欄の緯度経度を読み、選ばない列は残さない', async () => {
    const { rows, refusals, encoding } = await read(cp932(text), 'tsudoi.csv', mapping)
    expect([encoding, refusals]).toEqual(['CP932', []])
    expect(rows).toMatchObject([
      { id: '1', name: '見本体操の会', category: '通いの場', latitude: 34.34, capacity: 15, extras: {} },
      { id: '2', capacity: null, asWritten: { '定員・収容人数': '二十人' } },
    ])
    expect(JSON.stringify(rows)).not.toContain('花子')
  })

  it('見出しの行が動いても、見出しの文字で見つける', async () => {
    const { rows } = await read(cp932(`注意書き\r\n\r\n${text}`), 'tsudoi.csv', mapping)
    expect(rows.map(({ rowNumber }) => rowNumber)).toEqual([6, 7])
  })

  it('見出しが変わった年は、読む前に、なくなった列・増えた列・たぶん替わった列を言う', async () => {
    const header = ['№', 'つどいの名称', 'ところ', '位置', '参加のめやす', '担当者', 'ホームページ']
    expect(headerDifferences(mapping, header)).toEqual({
      missing: ['つどいの名'],
      added: ['つどいの名称', 'ホームページ'],
      renamed: [{ from: 'つどいの名', to: 'つどいの名称' }],
    })
    const { refusals } = await read(cp932(text.replace('つどいの名', 'つどいの名称')), 'tsudoi.csv', mapping)
    expect(refusals).toMatchObject([{ code: 'header.missing', column: 'つどいの名' }])
  })
})

describe('標準の様式で書き出す', () => {
  it.each([
    'takamatsu/0045_2025.xlsx',
    'takamatsu/0053.csv',
    'takamatsu/0060.csv',
    'takamatsu/0062.csv',
    'yaizu/222127_public_toilet.csv',
  ])('%s は、書いて読み直しても同じ場所になる', async (path) => {
    const { rows } = await real(path)
    const bytes = await facilityCsv(rows)
    const text = Buffer.from(bytes).toString()
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(text.split('\r\n')[0]?.slice(1).startsWith(standardHeader.join(','))).toBe(true)
    const again = await read(bytes, '372013_public_facility.csv')
    expect(again.refusals).toEqual([])
    expect(again.rows.map(({ name, address, telephone }) => [name, address, telephone])).toEqual(
      rows.map(({ name, address, telephone }) => [name, address, telephone]),
    )
  })
})
