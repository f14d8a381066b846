import { describe, expect, it } from 'vitest'
import { contentOf, readZip, withContent, writeZip } from '../workbook/zip.ts'
import { readTabular } from './index.ts'
import { refusalOf, rowsOf } from './testing.ts'
import { inspectZip } from './workbook-guard.ts'
import { writeXlsx } from './xlsx-writer.ts'

const plain = await writeXlsx([
  { name: '一覧', columns: [{ heading: '名称', kind: 'text' }], rows: [['架空町']] },
])

const altered = (name: RegExp, change: (xml: string) => string): Uint8Array =>
  writeZip(
    readZip(plain).map((part) =>
      name.test(part.name) ? withContent(part, Buffer.from(change(contentOf(part).toString()))) : part,
    ),
  )
const afterData = (xml: string) =>
  altered(/sheet1\.xml$/, (s) => s.replace('</sheetData>', `</sheetData>${xml}`))
const cellsOf = async (bytes: Uint8Array) =>
  (await rowsOf(await readTabular({ name: 'a.xlsx', bytes }))).map(({ cells }) => cells)

describe('小さなファイルが大きな範囲を言うとき', () => {
  const everything = 'A1:XFD1048576'
  it('列まるごとの入力規則と名前は、値に関わらないので、場所を取らずに読む', async () => {
    const rule = `<dataValidations count="1"><dataValidation type="whole" sqref="${everything}"><formula1>1</formula1></dataValidation></dataValidations>`
    expect(await cellsOf(afterData(rule))).toEqual([['架空町']])
    const names = altered(/xl\/workbook\.xml$/, (xml) =>
      xml.replace(
        '</sheets>',
        `</sheets><definedNames><definedName name="a">一覧!$A$1:$XFD$1048576</definedName></definedNames>`,
      ),
    )
    expect(await cellsOf(names)).toEqual([['架空町']])
  })

  it.each([
    ['結合', `<mergeCells count="1"><mergeCell ref="${everything}"/></mergeCells>`, 'file.too-large'],
    [
      '実体参照で書いた結合',
      `<mergeCells><mergeCell ref="A1&#58;XFD1048576"/></mergeCells>`,
      'file.too-large',
    ],
    [
      '引用符の中に > のある結合',
      `<mergeCells><mergeCell x=">" ref="${everything}"/></mergeCells>`,
      'file.too-large',
    ],
    ['範囲でない結合', '<mergeCells><mergeCell ref="Z"/></mergeCells>', 'file.broken-workbook'],
    ['文書型宣言', '<!DOCTYPE a [<!ENTITY b "c">]><mergeCells/>', 'file.broken-workbook'],
  ])('%s は開かずに断る', async (_, xml, code) => {
    expect(await refusalOf({ name: 'a.xlsx', bytes: afterData(xml) })).toMatchObject({ code })
  })

  it('四十億番目の列の幅を言うものは断る', async () => {
    const bytes = altered(/sheet1\.xml$/, (xml) =>
      xml.replace(/<cols>.*<\/cols>/, '<cols><col min="4000000000" max="4000000000" width="9"/></cols>'),
    )
    expect(await refusalOf({ name: 'a.xlsx', bytes })).toMatchObject({ code: 'file.broken-workbook' })
  })

  it('ふつうの結合は、これまでどおり読む', async () => {
    expect(await cellsOf(afterData('<mergeCells><mergeCell ref="B1:C1"/></mergeCells>'))).toEqual([
      ['架空町'],
    ])
  })
})

describe('ZIP の目録を二通りに読ませるもの', () => {
  const endOf = (bytes: Uint8Array) => Buffer.from(bytes).lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  it.each([
    ['ZIP64 の印', 4, 0xffff],
    ['ほかの部品数', 8, 1],
    ['短い目録', 12, 46],
  ])('%s は、調べた目録とちがうものが開かれるので断る', (_, at, value) => {
    expect(inspectZip(plain, 10_000_000)).toBe('ok')
    const bytes = Buffer.from(plain)
    bytes.writeUInt16LE(value, endOf(plain) + at)
    expect(inspectZip(bytes, 10_000_000)).toBe('broken')
  })
})
