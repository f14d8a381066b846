import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { collectItems } from '../tabular/index.ts'
import { type AnnualTable, fiscalYearOfName, readAnnualReport } from './index.ts'

const INSURED = 'r5_nenpo_table02_primary_insured_by_insurer.xlsx'
const CERTIFIED = 'r5_nenpo_table04-1-1_certified_by_insurer.xlsx'
const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name))
const read = async (table: AnnualTable, bytes: Uint8Array, name = 'r5.xlsx', notAfter?: string) =>
  collectItems(await readAnnualReport({ name, bytes }, table, { notAfter }))

/** The published workbook with some cells changed. */
async function changed(name: string, change: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Uint8Array.from(fixture(name)).buffer)
  change(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}
const withCells = (cells: Record<string, ExcelJS.CellValue>, name = INSURED, sheet = 0) =>
  changed(name, (book) => {
    for (const [address, value] of Object.entries(cells))
      book.worksheets[sheet]!.getCell(address).value = value
  })

describe('年報 第2表(公表されたままのファイル)', () => {
  it('1,571の保険者を断りなく読み、高松市は120,025人', async () => {
    const { rows, refusals } = await read('insured', fixture(INSURED), INSURED)
    expect(refusals).toEqual([])
    expect(rows).toHaveLength(1571)
    expect(rows.find((row) => row.insurer === '高松市')).toMatchObject({
      fiscalYear: 2023,
      group: 'insured',
      prefecture: '37',
      prefectureName: '香川県',
      counts: [120_025, 52_218, 45_581, 22_226, 312, 160],
    })
    expect(new Set(rows.map((row) => row.prefecture)).size).toBe(47)
    expect(rows.reduce((sum, row) => sum + Number(row.counts[0]), 0)).toBe(35_889_733)
  })
})

describe('年報 第4-1-1表(公表されたままのファイル)', () => {
  it('九つのシートを断りなく読み、高松市は26,087人 = 第1号25,658人 + 第2号429人', async () => {
    const { rows, refusals } = await read('certified', fixture(CERTIFIED), CERTIFIED)
    expect(refusals).toEqual([])
    expect(rows).toHaveLength(1571 * 9)
    const total = (group: string) =>
      rows.find((row) => row.insurer === '高松市' && row.group === group)?.counts[7]
    expect([total('all'), total('first'), total('second')]).toEqual([26_087, 25_658, 429])
    const nation = rows
      .filter((row) => row.group === 'all')
      .reduce((sum, row) => sum + Number(row.counts[7]), 0)
    expect(nation).toBe(7_083_236)
  })

  it('別の表は、表題を言って断る', async () => {
    const { rows, refusals } = await read('certified', fixture(INSURED), INSURED)
    expect(rows).toEqual([])
    expect(refusals).toMatchObject([{ code: 'sheet.other-table' }])
    expect(refusals[0]?.reason).toContain('第２表')
    expect((await read('insured', fixture(CERTIFIED), CERTIFIED)).refusals).toHaveLength(9)
  })

  it('シートをまたぐ和が合わなければ、両方の番地を言って断る', async () => {
    // 要支援1 and 合計 of 札幌市 in ③ one more: the row agrees, the sheets and the nation do not
    const bytes = await withCells({ C8: 650, J8: 3683 }, CERTIFIED, 2)
    const { refusals } = await read('certified', bytes)
    expect(refusals.map(({ code, cell }) => [code, cell])).toEqual([
      ['row.sum', '04-1-1h③!C7'],
      ['row.sum', '04-1-1h③!J7'],
      ['row.sum', '04-1-1h②!C8'],
      ['row.sum', '04-1-1h②!J8'],
    ])
    expect(refusals[2]?.reason).toMatch(/札幌市.*24,561人.*04-1-1h③!C8.*24,562人/u)
  })

  it('シートが足りなければ、何が足りないかを言って断る', async () => {
    const bytes = await changed(CERTIFIED, (book) => book.removeWorksheet('04-1-1h⑨'))
    const { rows, refusals } = await read('certified', bytes)
    expect(rows).toEqual([])
    expect(refusals).toMatchObject([
      { code: 'file.sheets', reason: '「第2号被保険者」のシートがありません。' },
    ])
  })
})

describe('年度', () => {
  it.each([
    ['r5_nenpo.xlsx', 2023],
    ['R05-02.xlsx', 2023],
    ['令和５年度_第2表.xlsx', 2023],
    ['平成31年度.xlsx', 2019],
    ['令和元年度.xlsx', 2019],
    ['nenpo_2023.xlsx', 2023],
    ['fy2022_02.xlsx', 2022],
    ['table02.xlsx', null],
    ['20250718_table02.xlsx', null],
    ['chapter5.xlsx', null],
  ])('ファイルの名前「%s」は %s', (name, year) => expect(fiscalYearOfName(name)).toBe(year))

  it('表にも名前にもなければ、名前の付け方を言って断る', async () => {
    const { rows, refusals } = await read('insured', fixture(INSURED), 'table02.xlsx')
    expect(rows).toEqual([])
    expect(refusals).toMatchObject([{ code: 'file.no-fiscal-year', remedy: expect.stringContaining('r5_') }])
  })

  it('表にあればそれを使い、名前と違えば断り、まだ来ない年度末も断る', async () => {
    const bytes = await withCells({ A2: '令和４年度' })
    expect((await read('insured', bytes, 'table02.xlsx')).rows[0]?.fiscalYear).toBe(2022)
    expect((await read('insured', bytes)).refusals).toMatchObject([{ code: 'file.two-fiscal-years' }])
    const early = await read('insured', fixture(INSURED), 'r8_.xlsx', '2026-11-22')
    expect(early.refusals).toMatchObject([{ code: 'file.impossible-fiscal-year' }])
  })
})

describe('汚れたファイル', () => {
  it.each([
    ['計が和と違う', { C7: 556_070 }, ['C7', 'C6'], 'row.sum'],
    ['数が文字', { D7: '1O' }, ['D7'], 'cell.not-a-number'],
    ['文字の失われた数', { D7: '\uFFFD' }, ['D7'], 'cell.damaged'],
    ['ない都道府県', { A7: '北海県' }, ['A7'], 'cell.prefecture'],
    ['県の計の行', { B7: '計' }, ['B7'], 'row.total'],
    ['二度ある保険者', { B8: '札幌市' }, ['B8'], 'row.duplicate'],
    ['知らない見出し', { I5: '男' }, ['I5'], 'header.unknown'],
    ['足りない見出し', { F5: '', F4: '' }, [''], 'header.missing'],
  ])('%s', async (_, cells, places, code) => {
    const { refusals } = await read('insured', await withCells(cells as Record<string, ExcelJS.CellValue>))
    expect(refusals.map((refusal) => [refusal.cell, refusal.code])).toEqual(
      expect.arrayContaining(places.map((place) => [place ? `02h!${place}` : '02h', code])),
    )
    expect(refusals.every(({ reason, remedy }) => /[。）]$/u.test(reason) && /。$/u.test(remedy))).toBe(true)
  })

  it('「-」「***」は欠けであって0ではなく、和の検査から外れる。全角の数と注の行も読む', async () => {
    const bytes = await withCells({ D7: '-', E7: '***', F7: '９６，６７１', A1590: '※　注の行' })
    const { rows, refusals } = await read('insured', bytes)
    expect(refusals).toEqual([])
    expect(rows).toHaveLength(1571)
    expect(rows[0]?.counts.slice(0, 4)).toEqual([556_069, { missing: 'dash' }, { missing: 'masked' }, 96_671])
  })

  it('Excel でないファイルは断る', async () => {
    expect(await read('insured', Buffer.from('a,b\n'))).toMatchObject({
      rows: [],
      refusals: [{ cell: null }],
    })
  })
})
