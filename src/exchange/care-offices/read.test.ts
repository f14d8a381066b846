import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { collectItems } from '../tabular/index.ts'
import { type CareOffice, careServices, readCareOffices, readFileName } from './index.ts'

const folder = join(import.meta.dirname, 'fixtures')
const filesOf = (prefecture: string) => readdirSync(join(folder, prefecture)).sort()
const read = async (bytes: Uint8Array, name = 'jigyosho_120.csv') => {
  const file = await readCareOffices({ name, bytes })
  return { ...file, ...(await collectItems(file)) }
}
const readAll = async (prefecture: string): Promise<CareOffice[]> => {
  const files = await Promise.all(
    filesOf(prefecture).map((name) => read(readFileSync(join(folder, prefecture, name)), name)),
  )
  expect(files.flatMap(({ refusals }) => refusals)).toEqual([])
  return files.flatMap(({ rows }) => rows)
}
const numbersOf = (rows: readonly CareOffice[]) => new Set(rows.map((row) => row.officeNumber))

describe('介護サービス事業所の実物のファイル', () => {
  it('香川県は22のファイルに572行、401の事業所番号。高松市の234行は163の事業所', async () => {
    const rows = await readAll('pref37-kagawa')
    expect(filesOf('pref37-kagawa')).toHaveLength(22)
    expect(rows).toHaveLength(572)
    expect(numbersOf(rows).size).toBe(401)
    const takamatsu = rows.filter((row) => row.municipalityCode === '372013')
    expect([takamatsu.length, numbersOf(takamatsu).size]).toEqual([234, 163])
    const texts = Map.groupBy(rows, (row) => row.officeNumber)
    const differing = [...texts.values()].filter(
      (all) => new Set(all.map((row) => `${row.name}\n${row.address}`)).size > 1,
    )
    expect(differing).toHaveLength(50)
  })

  it('静岡県は23のファイルに1,585行。2024年からの浜松市の区の356行もそのまま読む', async () => {
    const rows = await readAll('pref22-shizuoka')
    expect(filesOf('pref22-shizuoka')).toHaveLength(23)
    expect(rows).toHaveLength(1585)
    const hamamatsu = rows.filter((row) => ['221384', '221392', '221406'].includes(row.municipalityCode))
    expect(hamamatsu).toHaveLength(356)
  })

  it('定員の0と空欄は「当てはまらない」、利用可能曜日は言葉の並び、緯度と経度は数', async () => {
    const rows = await readAll('pref37-kagawa')
    expect(rows.filter((row) => row.capacity === null)).toHaveLength(383) // 210 × 0, 173 × empty
    expect(rows.every((row) => row.capacity !== 0)).toBe(true)
    const [first] = rows
    expect(first).toMatchObject({
      serviceCode: '120',
      officeNumber: '3770109878',
      days: ['平日', '土曜日', '祝日'],
      daysNote: 'なし',
      latitude: 34.2409805,
      rowNumber: 2,
    })
  })

  it('3けた目の英字を読み、検査数字の合わない番号は警告だけにする', async () => {
    const rows = [...(await readAll('pref37-kagawa')), ...(await readAll('pref22-shizuoka'))]
    expect(rows.filter((row) => /^\d\dB/.test(row.officeNumber)).length).toBeGreaterThan(0)
    const warned = numbersOf(rows.filter((row) => row.warnings.includes('office-number')))
    expect(warned.size).toBe(11)
  })
})

it.each([
  ['jigyosho_120.csv', { serviceCode: '120', madeOn: null, isNational: false }],
  ['jigyosho_110_all_20260709180319.csv', { serviceCode: '110', madeOn: '2026-07-09', isNational: true }],
  ['jigyosho.csv', null],
  ['0066_202510.csv', null],
])('ファイルの名前 %s', (name, said) => expect(readFileName(name)).toEqual(said))

describe('おかしなファイル', () => {
  const text = readFileSync(join(folder, 'pref37-kagawa', 'jigyosho_120.csv'), 'utf8')
  const lines = text.split('\r\n')
  const changed = (from: string, to: string, line = 1) =>
    Buffer.from(lines.with(line, (lines[line] ?? '').replace(from, to)).join('\r\n'))

  it('名前からサービスが分からないファイルと、ちがうサービスの中身は断る', async () => {
    const bytes = Buffer.from(text)
    expect((await read(bytes, 'kagawa.csv')).refusals).toMatchObject([{ code: 'file.service', row: null }])
    expect((await read(bytes, 'jigyosho_999.csv')).refusals).toMatchObject([{ code: 'file.service' }])
    const other = await read(bytes, 'jigyosho_140.csv')
    expect(other.rows).toEqual([])
    expect(other.refusals[0]).toMatchObject({ code: 'cell.service', cell: 'G2', value: '訪問入浴介護' })
    // 110 was never seen: another service's name is refused all the same
    expect((await read(bytes, 'jigyosho_110.csv')).rows).toEqual([])
  })

  it('見たことのないサービスは、その名前が一つであれば読む', async () => {
    const visit = Buffer.from(text.replaceAll('訪問入浴介護', '訪問介護'))
    const { rows, refusals } = await read(visit, 'jigyosho_110_all_20260709180319.csv')
    expect([refusals, rows[0]?.serviceName]).toEqual([[], '訪問介護'])
    expect(careServices.find(({ code }) => code === '110')?.name).toBeNull()
  })

  it.each([
    ['市区町村コードの検査数字', '372013,', '372014,', 'cell.municipality-code', 'A2'],
    ['番号のけた', ',3770109878,"', ',377010987,"', 'cell.office-number', 'P2'],
    ['No と番号のちがい', '372013,3770109878', '372013,3770109879', 'row.numbers-differ', 'B2'],
    ['定員', ',0,http', ',若干名,http', 'cell.not-a-number', 'S2'],
    ['曜日', '平日,土曜日', '平日,火曜日', 'cell.days', 'Q2'],
    ['緯度', '34.240980500000000', '北緯34度', 'cell.location', 'J2'],
    ['事業所名', '訪問入浴ゆづき', '', 'cell.missing', 'E2'],
    ['失われた文字', '訪問入浴ゆづき', '訪問\uFFFD浴', 'cell.damaged', 'E2'],
    ['一行だけちがうサービス', '訪問入浴介護,香川', '訪問介護,香川', 'cell.service', 'G3', 2],
  ])('%s: 番地を言って断り、ほかの行は読む', async (_, from, to, code, cell, line = 1) => {
    const { rows, refusals } = await read(changed(from, to, line))
    expect(refusals).toMatchObject([{ file: 'jigyosho_120.csv', code, cell }])
    expect(rows.length).toBe(lines.length - 3) // header, last empty line, the refused one
  })

  it('まったく同じ行が二度あれば断る', async () => {
    const twice = Buffer.from(lines.toSpliced(2, 0, lines[1] ?? '').join('\r\n'))
    expect((await read(twice)).refusals).toMatchObject([{ code: 'row.duplicate', row: 3 }])
  })

  it('検査数字の合わない事業所番号、日本の外の位置は、警告をつけて読む', async () => {
    const digit = Buffer.from(text.replaceAll('3770109878', '3770109870'))
    expect((await read(digit)).rows[0]).toMatchObject({
      officeNumber: '3770109870',
      warnings: ['office-number'],
    })
    const { rows, refusals } = await read(changed('34.240980500000000,134.041136300000060', '0,0'))
    expect(refusals).toEqual([])
    expect(rows[0]).toMatchObject({ latitude: null, longitude: null, warnings: ['place'] })
  })

  it('CP932 でも同じに読む。列が足りなければ全体を断る', async () => {
    const { rows } = await read(Buffer.from(text))
    const cp932 = await read(iconv.encode(text.replace('\uFEFF', ''), 'cp932'))
    expect(cp932).toMatchObject({ encoding: 'CP932', refusals: [], rows })
    const short = await read(Buffer.from(text.replace(',備考', '')))
    expect(short.rows).toEqual([])
    expect(short.refusals).toMatchObject([{ code: 'header.missing', column: '備考' }])
  })
})
