import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { collectItems } from '../tabular/index.ts'
import { aged65AndOver, readPopulationByTown } from './index.ts'

const folder = join(import.meta.dirname, 'fixtures')
const fixture = (name: string) => readFileSync(join(folder, name))
const read = async (bytes: Uint8Array, name = '0066.csv', options = {}) => {
  const file = await readPopulationByTown({ name, bytes }, options)
  return { ...file, ...(await collectItems(file)) }
}
const csv = fixture('0066_202303.csv').toString()
const lines = csv.split('\n')
/** Row 10 is the first town (nine metadata rows before it); cell by column from 0. */
const withCell = (row: number, column: number, value: string) => {
  const cells = (lines[row - 1] ?? '').split(',')
  cells[column] = value
  return Buffer.from(lines.with(row - 1, cells.join(',')).join('\n'))
}

describe('高松市の町別人口（実物の11か月分）', () => {
  const names = readdirSync(folder).filter((name) => name.startsWith('0066_'))

  it('11のファイルがある', () => expect(names).toHaveLength(11))

  it.each(names)('%s を断りなく235町読む', async (name) => {
    const { rows, refusals } = await read(fixture(name), name)
    expect(refusals).toEqual([])
    expect(rows).toHaveLength(235)
    const [, year, month] = /_(\d{4})(\d{2})\./.exec(name) ?? []
    expect(new Set(rows.map((row) => row.surveyedOn))).toEqual(new Set([`${year}-${month}-01`]))
    expect(new Set(rows.map((row) => row.municipalityCode))).toEqual(new Set(['372013']))
    expect(rows.every((row) => row.bands.length === 36 && row.latitude !== undefined)).toBe(true)
  })

  it('2025年10月の65歳以上は120,321人', async () => {
    const { rows } = await read(fixture('0066_202510.xlsx'), '0066_202510.xlsx')
    expect(rows.reduce((sum, row) => sum + (aged65AndOver(row) ?? Number.NaN), 0)).toBe(120_321)
  })

  it('CSV の一行目の町と出典', async () => {
    const { rows, attribution, encoding } = await read(fixture('0066_202303.csv'))
    expect(encoding).toBe('UTF-8+BOM')
    expect(attribution).toEqual({
      name: '高松市',
      license: 'http://creativecommons.org/licenses/by/3.0/deed.ja',
      downloadFrom: 'https://opendata.smartcity-takamatsu.jp/ckan/dataset/population',
    })
    expect(rows[0]).toMatchObject({
      townName: '塩屋町',
      rowNumber: 10,
      latitude: 34.342286,
      longitude: 134.055021,
    })
  })

  it('Excel の一行目の町は2行目にあり、出典の行はない', async () => {
    const { rows, attribution, encoding } = await read(fixture('0066_202602.xlsx'), 'a.xlsx')
    expect([encoding, attribution]).toEqual(['XLSX', undefined])
    expect(rows[0]).toMatchObject({
      townName: '塩屋町',
      total: 402,
      male: 188,
      female: 214,
      households: 231,
      rowNumber: 2,
    })
  })
})

describe('汚れたファイル', () => {
  it('CP932 の版、改行の混在、カンマだけの行は、同じに読む', async () => {
    const { rows } = await read(fixture('0066_202303.csv'))
    const cp932 = await read(iconv.encode(csv.replace('\uFEFF', ''), 'cp932'))
    expect(cp932).toMatchObject({ encoding: 'CP932', rows, refusals: [] })
    const mixed = lines.map((line, i) => line + ['\n', '\r\n', '\r'][i % 3]).join('')
    expect(await read(Buffer.from(mixed))).toMatchObject({ rows, refusals: [] })
    const commas = await read(Buffer.from(lines.toSpliced(20, 0, ','.repeat(48)).join('\n')))
    expect(commas.refusals).toEqual([])
    expect(commas.rows[10]?.rowNumber).toBe(20)
    expect(commas.rows[11]?.rowNumber).toBe(22) // row 21 is the row of commas
  })

  it('全部を引用符で囲んだ版も同じに読む', async () => {
    const quoted = csv
      .replace('\uFEFF', '')
      .trimEnd()
      .split('\n')
      .map((line) =>
        (line.match(/"[^"]*"|[^,]+|(?<=,)(?=,|$)/g) ?? [])
          .map((c) => (c.startsWith('"') ? c : `"${c}"`))
          .join(','),
      )
    expect((await read(Buffer.from(quoted.join('\r\n')))).rows).toEqual(
      (await read(fixture('0066_202303.csv'))).rows,
    )
  })

  it.each([
    ['46054', '2026-02-01'],
    ['2026/2/1', '2026-02-01'],
    ['令和8年2月1日', '2026-02-01'],
    ['２０２６－０２－０１', '2026-02-01'],
  ])('調査日「%s」は %s', async (cell, day) => {
    const { rows, refusals } = await read(withCell(10, 5, cell))
    expect(refusals).toEqual([])
    expect(rows[0]?.surveyedOn).toBe(day)
  })

  it.each([
    ['総数が合わない', 10, 7, '399', 'H10', 'row.sum'],
    ['数が壊れている', 12, 10, '1O', 'K12', 'cell.not-a-number'],
    ['負の数', 12, 10, '-1', 'K12', 'cell.negative'],
    ['端数', 12, 10, '1.5', 'K12', 'cell.fraction'],
    ['ない日', 11, 5, '2/30/2023', 'F11', 'cell.not-a-date'],
    ['調査日がない', 11, 5, '', 'F11', 'cell.missing'],
    ['町名がない', 11, 6, '', 'G11', 'cell.missing'],
    ['合計の行', 11, 6, '合　計', 'G11', 'row.total'],
    ['二つ目の同じ町', 11, 6, '塩屋町', 'G11', 'row.duplicate'],
    ['市区町村コードの検査数字', 11, 1, '372014', 'B11', 'cell.municipality-code'],
    ['文字の失われた町名', 11, 6, '築\uFFFD町', 'G11', 'cell.damaged'],
    ['見出しより多い列', 11, 47, 'x,34.1,134.1,余り', 'AX11', 'row.surplus-cells'],
  ])('%s（%i行目）は番地 %s を言って断り、ほかの町は読む', async (_, row, column, value, cell, code) => {
    const { rows, refusals } = await read(withCell(row, column, value))
    expect(refusals).toMatchObject([{ file: '0066.csv', row, cell, code }])
    expect(rows).toHaveLength(234)
    for (const words of [refusals[0]?.reason, refusals[0]?.remedy]) expect(words).toMatch(/[。）]$/u)
  })

  it('列の不足と余分は、見出しを言って全体を断る', async () => {
    const renamed = csv.replace(',man3,', ',男3,')
    const { rows, refusals } = await read(Buffer.from(renamed))
    expect(rows).toEqual([])
    expect(refusals).toMatchObject([
      { code: 'header.unknown', value: '男3', cell: 'O7' },
      { code: 'header.missing', column: 'man3' },
    ])
  })

  it.each(['***', '-', ''])('「%s」は欠けであって0ではなく、和の検査からも外す', async (mark) => {
    const { rows, refusals } = await read(withCell(10, 10, mark))
    expect(refusals).toEqual([])
    expect(rows[0]?.bands[0]).toEqual({ sex: 'male', band: 1, count: null })
    expect(rows[0] && aged65AndOver(rows[0])).not.toBeNull() // band 1 is not among them
  })

  it('先の日付は、今日を渡したときに断る', async () => {
    const { refusals } = await read(withCell(10, 5, '2026-11-23'), 'a.csv', { notAfter: '2026-11-22' })
    expect(refusals).toMatchObject([{ code: 'cell.future', cell: 'F10' }])
  })

  it('日本語がすべて U+FFFD になったブックは、最初の欄から番地を言って断る', async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(Uint8Array.from(fixture('0066_202306.xlsx')).buffer)
    workbook.worksheets[0]?.eachRow((row, n) => {
      if (n > 1) for (const column of [4, 5, 7]) row.getCell(column).value = '\uFFFD\uFFFD\uFFFD'
    })
    const { rows, refusals } = await read(
      new Uint8Array(await workbook.xlsx.writeBuffer()),
      '0066_202304.xlsx',
    )
    expect(rows).toEqual([])
    expect(refusals[0]).toMatchObject({ file: '0066_202304.xlsx', code: 'cell.damaged', cell: 'D2', row: 2 })
    expect(refusals).toHaveLength(235 * 3)
  })

  it('読めないファイルも、投げずに一つの断りで返す', async () => {
    expect(await read(Buffer.from('%PDF-1.7'))).toMatchObject({ rows: [] })
    expect(await read(Buffer.alloc(0))).toMatchObject({ encoding: null, refusals: [{ code: 'file.empty' }] })
  })
})
