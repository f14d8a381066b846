import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { csvBytes, encodeCp932, mappingTraps, readTabular, UnencodableCharacter, writeXlsx } from './index.ts'
import { refusalOf, rowsOf } from './testing.ts'

describe('Shift_JIS への書き出し', () => {
  it.each(Object.entries(mappingTraps))('%s は CP932 の %s になり、? や半角にならない', (from, to) => {
    const encoded = encodeCp932(from)
    expect(encoded.ok && new TextDecoder('shift_jis', { fatal: true }).decode(encoded.bytes)).toBe(to)
    expect(encoded.ok && encoded.bytes.length).toBe(2)
  })

  it.each([...'①Ⅰ㈱№髙﨑德濵邉ｱﾞ～'])('%s は CP932 にある', (c) => {
    const encoded = encodeCp932(c)
    expect(encoded.ok && new TextDecoder('shift_jis', { fatal: true }).decode(encoded.bytes)).toBe(c)
  })

  it('ない文字は、? にせず場所と文字を言って止まる', () => {
    const rows = [
      ['番号', '氏名'],
      ['1', '架空'],
      ['2', '𠮷川'],
    ]
    const write = () => csvBytes(rows, { encoding: 'CP932' })
    expect(write).toThrow(UnencodableCharacter)
    expect(write).toThrow('B3 の「𠮷」（U+20BB7）')
    expect(csvBytes(rows, { encoding: 'UTF-8+BOM' }).length).toBeGreaterThan(0)
  })

  it.each(['葛\u{E0100}', '\uE000', '😀', '한'])('「%s」は CP932 にない', (text) => {
    expect(encodeCp932(text)).toMatchObject({ ok: false })
  })

  it('? そのものは ? のまま', () => {
    expect(encodeCp932('a?〜')).toEqual({ ok: true, bytes: Buffer.from([0x61, 0x3f, 0x81, 0x60]) })
  })
})

describe('CSV の書き出し', () => {
  it('BOM、CRLF、必要な引用符、式の無害化', () => {
    const bytes = csvBytes(
      [
        ['a', 'b'],
        ['=1+1', 'x,"y"'],
        ['-5', '一\n二'],
      ],
      { encoding: 'UTF-8+BOM' },
    )
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(
      '\uFEFFa,b\r\n\'=1+1,"x,""y"""\r\n-5,"一\n二"\r\n',
    )
  })

  it('システム間の固定の様式では、値を変えない', () => {
    const bytes = csvBytes([['=1']], { encoding: 'CP932', formulaGuard: false, quote: 'all' })
    expect(bytes.toString()).toBe('"=1"\r\n')
  })
})

describe('Excel の書き出しと読み取り', () => {
  const sheet = {
    name: '一覧/一',
    columns: [
      { heading: '番号', kind: 'text' },
      { heading: '人数', kind: 'number' },
      { heading: '日付', kind: 'date' },
    ],
    rows: [
      ['0000012345', 1234, '2026-02-01'],
      ['=1+1', 0, null],
      [null, null, '1940-03-04'],
    ],
  } as const

  it('文字、数、日付を本当の型で書き、見出しを固定する', async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(Uint8Array.from(await writeXlsx([sheet], { notes: ['架空の出典'] })).buffer)
    const [first, notes] = workbook.worksheets
    expect(first?.name).toBe('一覧・一')
    expect(first?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(first?.getCell('A2').value).toBe('0000012345')
    expect(first?.getCell('A3').type).toBe(ExcelJS.ValueType.String) // no formula
    expect(first?.getCell('B2').value).toBe(1234)
    expect(first?.getCell('B3').value).toBe(0)
    expect(first?.getCell('B4').value).toBeNull()
    expect(first?.getCell('C2').value).toEqual(new Date('2026-02-01T00:00:00Z'))
    expect(notes?.getCell('A1').value).toBe('架空の出典')
  })

  it('書いたものを読み戻す', async () => {
    const table = await readTabular({ name: 'a.xlsx', bytes: await writeXlsx([sheet], { notes: ['注'] }) })
    expect(table).toMatchObject({
      encoding: 'XLSX',
      sheetName: '一覧・一',
      sheetNames: ['一覧・一', '出典・注記'],
    })
    expect(await rowsOf(table)).toEqual([
      { rowNumber: 2, cells: ['0000012345', '1234', '2026-02-01'] },
      { rowNumber: 3, cells: ['=1+1', '0', ''] },
      { rowNumber: 4, cells: ['', '', '1940-03-04'] },
    ])
  })

  it('型の合わない値は書かない', async () => {
    const wrong = { ...sheet, rows: [['1', '多い', null]] as (string | null)[][] }
    await expect(writeXlsx([wrong])).rejects.toThrow(RangeError)
  })

  it('展開すると大きすぎるもの、壊れたもの、ないシートは断る', async () => {
    const bytes = await writeXlsx([
      { ...sheet, rows: Array.from({ length: 5000 }, () => ['a'.repeat(30), 1, null]) },
    ])
    const refused = (options: object, b = bytes) => refusalOf({ name: 'a.xlsx', bytes: b }, options)
    expect(bytes.length).toBeLessThan(100_000) // small on disk, larger inside
    expect(await refused({ limits: { maxInflatedBytes: 100_000 } })).toMatchObject({ code: 'file.too-large' })
    expect(await refused({ limits: { maxRows: 100 } })).toMatchObject({ code: 'file.too-many-rows' })
    expect(await refused({ limits: { maxColumns: 2 } })).toMatchObject({ code: 'file.too-many-columns' })
    expect(await refused({ sheet: 'ない' })).toMatchObject({ code: 'file.no-sheet' })
    expect(await refused({}, bytes.subarray(0, 2000))).toMatchObject({ code: 'file.broken-workbook' })
  })
})

it('記入する様式の Excel は、列の選択肢を隠した表から出し、読むときは行にならない', async () => {
  const columns = [
    { heading: '職種', kind: 'text', choices: ['保健師', '社会福祉士'] },
    { heading: '備考', kind: 'text' },
  ] as const
  const bytes = await writeXlsx([{ name: '様式', columns, rows: [] }])
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Uint8Array.from(bytes).buffer)
  const sheet = workbook.getWorksheet('様式')
  expect(sheet?.getCell('A2').dataValidation).toMatchObject({
    type: 'list',
    formulae: ["'選択肢'!$A$1:$A$2"],
  })
  expect(sheet?.getCell('B2').dataValidation).toBeUndefined()
  expect(workbook.getWorksheet('選択肢')?.state).toBe('hidden')
  const table = await readTabular({ name: '様式.xlsx', bytes })
  for await (const row of table.rows) expect(row).toBeUndefined()
  expect(table.header).toEqual(['職種', '備考'])
})
