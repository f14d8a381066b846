import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DOMParser } from '@xmldom/xmldom'
import Excel from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { aForm } from './factory.ts'
import { checkWrite, fillWorkbook, openForm, type Workbook } from './index.ts'
import { contentOf, readZip, withContent, writeZip } from './zip.ts'

let bytes: Uint8Array<ArrayBuffer>
let form: Workbook
beforeAll(async () => {
  bytes = await aForm()
  form = openForm('様式.xlsx', bytes)
})

const partsOf = (file: Uint8Array) =>
  new Map(readZip(file).map((part) => [part.name, contentOf(part).toString('utf8')]))
const loaded = async (file: Uint8Array) => {
  const book = new Excel.Workbook()
  await book.xlsx.load(Uint8Array.from(file).buffer)
  return book
}
const changedParts = (before: Uint8Array, after: Uint8Array) => {
  const old = partsOf(before)
  const now = partsOf(after)
  expect([...now.keys()]).toEqual([...old.keys()])
  return [...now].filter(([name, content]) => old.get(name) !== content).map(([name]) => name)
}
/** A part of the form rewritten by the test. */
const altered = (file: Uint8Array, name: string, change: (xml: string) => string) =>
  writeZip(
    readZip(file).map((part) =>
      part.name === name ? withContent(part, Buffer.from(change(contentOf(part).toString('utf8')))) : part,
    ),
  )

describe('様式への記入', () => {
  it('記入したセルと、開いたときに再計算する指定のほかは、どの部品も1バイトも変わらない', async () => {
    const filled = fillWorkbook(form, [
      { sheet: '様式1', row: 5, column: 3, value: 61_234 },
      { sheet: '様式1', row: 6, column: 3, value: 0 },
      { sheet: '様式2', row: 5, column: 1, value: '長寿福祉課 <仮> & 係' },
    ])
    expect(changedParts(bytes, filled)).toEqual(
      ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml', 'xl/workbook.xml'].sort(
        (a, b) => [...partsOf(bytes).keys()].indexOf(a) - [...partsOf(bytes).keys()].indexOf(b),
      ),
    )
    const [before, after] = [bytes, filled].map((file) => partsOf(file).get('xl/worksheets/sheet1.xml')!)
    const cell = (xml: string, at: string) => new RegExp(`<c r="${at}"[^>]*?(/>|>.*?</c>)`).exec(xml)![0]
    expect(after!.replace(cell(after!, 'D5'), '').replace(cell(after!, 'D6'), '')).toBe(
      before!.replace(cell(before!, 'D5'), '').replace(cell(before!, 'D6'), ''),
    )
    expect(cell(after!, 'D5')).toBe(cell(before!, 'D5').replace('/>', '><v>61234</v></c>'))
    const workbook = partsOf(filled).get('xl/workbook.xml')!
    expect(workbook.replace(/ fullCalcOnLoad="1"/, '')).toBe(
      partsOf(bytes)
        .get('xl/workbook.xml')!
        .replace(/ fullCalcOnLoad="1"/, ''),
    )
    expect(workbook).toMatch(/<calcPr [^>]*fullCalcOnLoad="1"/)
  })

  it('数は数、文字は文字、0 は 0 として、書式と数式と規則を残して開ける', async () => {
    const filled = await loaded(
      fillWorkbook(form, [
        { sheet: '様式1', row: 5, column: 3, value: 61_234 },
        { sheet: '様式1', row: 6, column: 3, value: 0 },
        { sheet: '様式2', row: 5, column: 1, value: '長寿福祉課 <仮> & 係' },
      ]),
    )
    const sheet = filled.getWorksheet('様式1')!
    expect(sheet.getCell('D5').value).toBe(61_234)
    expect(sheet.getCell('D5').fill).toMatchObject({ fgColor: { argb: 'FFFFF2CC' } })
    expect(sheet.getCell('D5').numFmt).toBe('#,##0')
    expect(sheet.getCell('D6').value).toBe(0)
    expect(sheet.getCell('D7').value).toBeNull()
    expect(sheet.getCell('D8').formula).toBe('SUM(D5:D7)')
    expect(sheet.getCell('D5').dataValidation.type).toBe('whole')
    expect(filled.getWorksheet('様式2')!.getCell('B5').value).toBe('長寿福祉課 <仮> & 係')
    expect(filled.worksheets.map(({ name }) => name)).toEqual(['様式1', '様式2', '記入要領'])
  })

  it.each([
    ['数式', { sheet: '様式1', row: 8, column: 3, value: 1 }, 'formula'],
    ['見出しの文字', { sheet: '様式1', row: 5, column: 1, value: 1 }, 'holds-words'],
    ['保護された欄', { sheet: '様式2', row: 7, column: 1, value: 1 }, 'locked'],
    ['日付の欄への数', { sheet: '様式2', row: 6, column: 1, value: 1 }, 'date-cell'],
    ['入力規則: 上限より1多い', { sheet: '様式1', row: 5, column: 3, value: 10_000_000 }, 'rule-broken'],
    ['入力規則: 小数', { sheet: '様式1', row: 5, column: 3, value: 0.5 }, 'rule-broken'],
    ['入力規則: ちょうど上限', { sheet: '様式1', row: 5, column: 3, value: 9_999_999 }, null],
    ['ないシート', { sheet: '様式9', row: 5, column: 3, value: 1 }, 'no-such-sheet'],
    ['空いた欄', { sheet: '様式2', row: 4, column: 1, value: 1 }, null],
  ] as const)('%s', (_, write, stays) => {
    expect(checkWrite(form, write).stays).toBe(stays)
    if (stays) expect(() => fillWorkbook(form, [write])).toThrow(RangeError)
  })

  it('結合したセルは左上に、百分率の書式には割った値で書く', async () => {
    const merged = checkWrite(form, { sheet: '様式1', row: 7, column: 0, value: 1 })
    expect(merged).toMatchObject({ row: 5, column: 0, stays: 'holds-words' })
    const share = checkWrite(form, { sheet: '様式1', row: 5, column: 4, value: 21.7 })
    expect(share).toMatchObject({ value: 0.217, remarks: ['percent'], stays: null })
  })

  it('行もセルもないところには、順番どおりに作って書く', async () => {
    const writes = [
      { sheet: '様式1', row: 14, column: 30, value: 3 },
      { sheet: '様式1', row: 14, column: 7, value: 2 },
      { sheet: '様式1', row: 5, column: 9, value: 1 },
      { sheet: '様式1', row: 40, column: 0, value: '末尾' },
    ]
    const filled = fillWorkbook(form, writes)
    const xml = partsOf(filled).get('xl/worksheets/sheet1.xml')!
    const rows = [...xml.matchAll(/<row r="(\d+)"/g)].map(([, row]) => Number(row))
    expect(rows).toEqual(rows.toSorted((a, b) => a - b))
    new DOMParser({
      onError: (_, message) => {
        throw new Error(message)
      },
    }).parseFromString(xml, 'text/xml')
    const sheet = (await loaded(filled)).getWorksheet('様式1')!
    expect([sheet.getCell('AE14').value, sheet.getCell('H14').value, sheet.getCell('J5').value]).toEqual([
      3, 2, 1,
    ])
    expect(sheet.getCell('A40').value).toBe('末尾')
  })

  it('名前空間の接頭辞つきで、番地も幅も書かれていないシートにも書ける', () => {
    const bare = altered(
      bytes,
      'xl/worksheets/sheet2.xml',
      () =>
        '<?xml version="1.0" encoding="utf-8"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>項目</x:t></x:is></x:c></x:row><!-- <x:row> --><x:row/></x:sheetData></x:worksheet>',
    )
    const opened = openForm('a.xlsx', bare)
    const filled = fillWorkbook(opened, [
      { sheet: '様式2', row: 2, column: 1, value: 7 },
      { sheet: '様式2', row: 3, column: 0, value: 8 },
    ])
    const xml = partsOf(filled).get('xl/worksheets/sheet2.xml')!
    expect(xml).toContain(
      '<x:row><x:c r="B2"><x:v>7</x:v></x:c></x:row><x:row r="3"><x:c r="A3"><x:v>8</x:v></x:c></x:row>',
    )
  })

  it('配列数式の範囲には、数式のないセルでも書かない', () => {
    const withArray = altered(bytes, 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace(/<c r="D5"([^>]*?)\/>/, '<c r="D5"$1><f t="array" ref="D5:D6">C5:C6*2</f><v>0</v></c>'),
    )
    const opened = openForm('a.xlsx', withArray)
    expect(checkWrite(opened, { sheet: '様式1', row: 6, column: 3, value: 1 }).stays).toBe('computed-range')
  })

  it('厚生労働省の第2表を様式として: 一つのセルを書き換えても、残りは変わらない', async () => {
    const name = 'r5_nenpo_table02_primary_insured_by_insurer.xlsx'
    const real = readFileSync(join(import.meta.dirname, 'fixtures', name))
    const opened = openForm(name, real)
    const filled = fillWorkbook(opened, [{ sheet: '02h', row: 10, column: 3, value: 49_004 }])
    const changed = changedParts(real, filled)
    expect(changed.toSorted()).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml'])
    const [old, now] = await Promise.all([loaded(real), loaded(filled)])
    const before = old.worksheets[0]!
    const after = now.worksheets[0]!
    expect(after.getCell('D10').value).toBe(49_004)
    for (const row of [6, 9, 11, 500, 1578])
      expect(after.getRow(row).values).toEqual(before.getRow(row).values)
    expect(after.getCell('D10').style).toEqual(before.getCell('D10').style)
  })
})

describe('開かないファイル', () => {
  const codeOf = (name: string, file: Uint8Array) => {
    try {
      openForm(name, file)
    } catch (error) {
      return (error as { refusal?: { code: string } }).refusal?.code ?? String(error)
    }
    return 'opened'
  }

  it('文書型宣言（実体の爆弾）は読まない', () => {
    const bomb = altered(bytes, 'xl/workbook.xml', (xml) =>
      xml.replace(/(<\?xml[^>]*\?>)?/, '$1<!DOCTYPE x [<!ENTITY a "aaaa">]>'),
    )
    expect(codeOf('a.xlsx', bomb)).toBe('workbook.doctype')
  })
  it('展開すると大きすぎるもの、途中で切れたもの、古い形式、ほかの拡張子、同じ名前の部品', () => {
    const [first] = readZip(bytes)
    const huge = writeZip([withContent(first!, Buffer.alloc(130 * 1024 * 1024))])
    expect(codeOf('a.xlsx', huge)).toBe('workbook.inflated')
    expect(codeOf('a.xlsx', bytes.subarray(0, bytes.length / 2))).toBe('workbook.broken')
    expect(codeOf('a.xlsx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))).toBe('workbook.password')
    expect(codeOf('a.xls', bytes)).toBe('workbook.extension')
    expect(
      codeOf('a.xlsx', writeZip([...readZip(bytes), { ...first!, name: first!.name.toUpperCase() }])),
    ).toBe('workbook.broken')
    expect(
      codeOf(
        'a.xlsx',
        altered(bytes, 'xl/workbook.xml', () => '<workbook><sheets></workbook>'),
      ),
    ).toBe('workbook.broken')
  })
  it('マクロ、外部参照、電子署名、保護を告げ、マクロの部品はそのまま残す', () => {
    const [first] = readZip(bytes)
    const more = ['xl/vbaProject.bin', 'xl/externalLinks/externalLink1.xml', '_xmlsignatures/sig1.xml'].map(
      (name) => ({ ...withContent(first!, Buffer.from('<a/>')), name }),
    )
    const opened = openForm('a.xlsm', writeZip([...readZip(bytes), ...more]))
    expect(opened.notes).toEqual(['macros', 'external-links', 'signed', 'protected'])
    const filled = fillWorkbook(opened, [{ sheet: '様式1', row: 5, column: 3, value: 1 }])
    expect(partsOf(filled).get('xl/vbaProject.bin')).toBe('<a/>')
  })
})
