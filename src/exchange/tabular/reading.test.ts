import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { CsvRecords } from './csv-records.ts'
import { cellAddress, csvBytes, damagedCells, readFirstRows, readTabular } from './index.ts'
import { refusalOf, rowsOf, textSource } from './testing.ts'

const cellsOf = async (text: string) =>
  (await rowsOf(await readTabular(textSource(text)))).map((row) => row.cells)

describe('文字コードの見分け', () => {
  const text = '№,氏名\r\n1,架空　髙﨑\r\n'
  it.each([
    ['UTF-8+BOM', Buffer.from(`\uFEFF${text}`)],
    ['UTF-8', Buffer.from(text)],
    ['CP932', iconv.encode(text, 'cp932')],
    ['UTF-16LE+BOM', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16LE', Buffer.from(text, 'utf16le')],
  ])('%s を読む', async (encoding, bytes) => {
    const table = await readTabular({ name: 'a.csv', bytes })
    expect(table.encoding).toBe(encoding)
    expect(table.header).toEqual(['№', '氏名'])
    expect(await rowsOf(table)).toEqual([{ rowNumber: 2, cells: ['1', '架空　髙﨑'] }])
  })

  it.each([
    ['UTF-8 でも CP932 でもない', Buffer.from([0x61, 0xff, 0xfe, 0xa0, 0x80])],
    ['ISO-2022-JP（ESC）', Buffer.from('\u001B$B%F%9%H\u001B(B\r\n')],
    ['BOM のあとで壊れている', Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xff, 0x0a])],
  ])('%s ものは断る', async (_, bytes) => {
    expect(await refusalOf({ name: 'a.csv', bytes })).toMatchObject({
      code: 'file.encoding',
      file: 'a.csv',
      row: null,
    })
  })

  it('分割の境目に文字がまたがっても読める', async () => {
    const long = `列\r\n${'あ'.repeat(70_000)}\r\n` // three bytes a letter: 65,536 cuts one
    expect(await cellsOf(long)).toEqual([['あ'.repeat(70_000)]])
  })

  it('空のファイルと古い Excel は、そう述べて断る', async () => {
    expect(await refusalOf({ name: 'a.csv', bytes: new Uint8Array() })).toMatchObject({ code: 'file.empty' })
    expect(await refusalOf(textSource('\r\n,,,\r\n'))).toMatchObject({ code: 'file.empty' })
    const xls = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)
    expect(await refusalOf({ name: 'a.xls', bytes: xls })).toMatchObject({ code: 'file.old-workbook' })
  })

  it('置き換え文字 U+FFFD のある欄を番地で言い当て、直さない', async () => {
    const table = await readTabular(textSource('町名,人数\r\n架空町,1\r\n\uFFFD\uFFFD町,2\r\n'))
    const [good, bad] = await rowsOf(table)
    expect(good && damagedCells(table, good)).toEqual([])
    expect(bad && damagedCells(table, bad)).toMatchObject([
      { code: 'cell.damaged', cell: 'A3', column: '町名', row: 3 },
    ])
    expect(await refusalOf(textSource('町名,\uFFFD\r\n架空町,1\r\n'))).toMatchObject({
      code: 'cell.damaged',
      cell: 'B1',
    })
  })
})

describe('CSV の行', () => {
  it('改行の混在、引用符の中の改行とカンマ、全部の引用符', async () => {
    expect(await cellsOf('a,b\r\n1,2\n3,4\r5,6')).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ])
    expect(await cellsOf('"a","b"\n"一\r\n行","\\1,500 ""円"""\n')).toEqual([['一\r\n行', '\\1,500 "円"']])
  })

  it('行番号は表計算で見える番号。カンマだけの行と末尾の空行は捨てる', async () => {
    const table = await readTabular(textSource('a,b\n"1\n1",2\n,\n\n3,4\n,,,\n\n\n'))
    expect(await rowsOf(table)).toEqual([
      { rowNumber: 2, cells: ['1\n1', '2'] },
      { rowNumber: 5, cells: ['3', '4'] },
    ])
  })

  it('足りない列は空で補い、多い空の列は落とし、値のある列は残す', async () => {
    expect(await cellsOf('a,b,\n1\n1,2,,,\n1,2,3\n')).toEqual([
      ['1', ''],
      ['1', '2'],
      ['1', '2', '3'],
    ])
  })

  it('タブ区切りを見分ける', async () => {
    expect(await cellsOf('a\tb,c\td\n1\t2,3\t4\n')).toEqual([['1', '2,3', '4']])
  })

  it('引用符の乱れは行を言って断る', async () => {
    expect(await refusalOf(textSource('a,b\n1,"2"x\n'))).toMatchObject({ code: 'csv.quote', row: 2 })
    expect(await refusalOf(textSource('a,b\n1,2\n3,"4\n5,6\n'))).toMatchObject({
      code: 'csv.open-quote',
      row: 3,
    })
  })

  it('上限を超える行・列・欄は断る', async () => {
    const refused = (text: string, limits: object) => refusalOf(textSource(text), { limits })
    expect(await refused('a\n1\n2\n3\n', { maxRows: 3 })).toMatchObject({ code: 'file.too-many-rows' })
    expect(await refused('a,b,c\n', { maxColumns: 2 })).toMatchObject({ code: 'csv.columns', row: 1 })
    expect(await refused('a\n12345\n', { maxCellLength: 4 })).toMatchObject({
      code: 'csv.cell-length',
      row: 2,
    })
  })

  it('どこで分けて渡しても、同じ行になる', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'あ', ',', '\r', '\n', '\r\n', '""'), maxLength: 30 })
    const cut = (parts: string[]) => {
      const records = new CsvRecords({ delimiter: ',', maxColumns: 99, maxCellLength: 99 })
      try {
        return [...parts.flatMap((part) => records.push(part)), ...records.end()]
      } catch (error) {
        return String(error)
      }
    }
    fc.assert(
      fc.property(text, fc.nat(), (s, at) => {
        const i = s.length === 0 ? 0 : at % s.length
        expect(cut([s.slice(0, i), s.slice(i)])).toEqual(cut([s]))
      }),
      { numRuns: 3000 },
    )
  })

  it('書いて読めば元に戻る', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'あ', '"', ',', '\n', '\r', '\t', ' ', '=', '髙'),
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 8 }),
        fc.constantFrom('UTF-8+BOM', 'CP932'),
        fc.constantFrom('all', 'needed'),
        async (rows, encoding, quote) => {
          const bytes = csvBytes([['甲', '乙', '丙'], ...rows], { encoding, quote, formulaGuard: false })
          const table = await readTabular({ name: 'a.csv', bytes })
          const read = (await rowsOf(table)).map((row) => row.cells)
          expect(read).toEqual(rows.filter((row) => row.some((c) => c.trim() !== '')))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('まとめて受け取っても、一行ずつと同じ', async () => {
    const text = `a,b\n${'1,2\n,\n'.repeat(90_000)}3,4`
    const one = await rowsOf(await readTabular(textSource(text)))
    const many = (await Array.fromAsync((await readTabular(textSource(text))).batches)).flat()
    expect(many).toHaveLength(90_001)
    expect(many).toEqual(one)
  })

  it('大きなファイルも、ため込まずに一行ずつ渡す', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tabular-'))
    const path = join(folder, 'big.csv')
    try {
      const line = `${'12345,架空町一丁目,'.repeat(6)}\r\n`
      await writeFile(path, `a${',a'.repeat(12)}\r\n${line.repeat(200_000)}`) // about 34 MB
      const table = await readTabular({ name: 'big.csv', path })
      let rows = 0
      let peak = 0
      const before = process.memoryUsage().heapUsed
      for await (const row of table.rows) {
        rows = row.rowNumber
        if (rows % 10_000 === 0) peak = Math.max(peak, process.memoryUsage().heapUsed - before)
      }
      expect(rows).toBe(200_001)
      expect(peak).toBeLessThan(150 * 1024 * 1024) // all rows at once would be far more
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

describe('メタデータの行（高松市の様式）', () => {
  const head = [
    '#LINK,,',
    '#attribution_name,架空市,',
    '#license,http://example.jp/by,',
    '#download_from,http://example.jp/d,',
  ]
  const below = ['#object_type_xsd,string,string', '#property_context,Assertion,Assertion']

  it('見出しの前と後の # の行を外し、出典を取り出す', async () => {
    const table = await readTabular(
      textSource([...head, '#property,a,b', ...below, '1,x,y', '2,#z,w'].join('\n')),
    )
    expect(table.attribution).toEqual({
      name: '架空市',
      license: 'http://example.jp/by',
      downloadFrom: 'http://example.jp/d',
    })
    expect(table).toMatchObject({ header: ['#property', 'a', 'b'], headerRowNumber: 5 })
    expect(await rowsOf(table)).toEqual([
      { rowNumber: 8, cells: ['1', 'x', 'y'] },
      { rowNumber: 9, cells: ['2', '#z', 'w'] },
    ])
  })

  it('引用符で囲まれていても同じに読む', async () => {
    const quoted = [...head, '#property,a,b', ...below, '1,x,y'].map((line) =>
      line
        .split(',')
        .map((c) => `"${c}"`)
        .join(','),
    )
    const table = await readTabular(textSource(quoted.join('\r\n')))
    expect(table).toMatchObject({ header: ['#property', 'a', 'b'], attribution: { name: '架空市' } })
    expect(await rowsOf(table)).toEqual([{ rowNumber: 8, cells: ['1', 'x', 'y'] }])
  })

  it('メタデータがなければ、出典もない', async () => {
    expect((await readTabular(textSource('a,b\n1,2\n'))).attribution).toBeUndefined()
  })
})

describe('セルの番地', () => {
  it.each([
    [12, 1, 'B12'],
    [1, 0, 'A1'],
    [3, 25, 'Z3'],
    [3, 26, 'AA3'],
    [3, 701, 'ZZ3'],
    [3, 702, 'AAA3'],
  ])('%i 行 %i 列目は %s', (row, column, address) => {
    expect(cellAddress(row, column)).toBe(address)
  })
})

describe('見出しの行がいちばん上にないファイル', () => {
  const bytes = Buffer.from('令和8年度 見本の一覧\n,,\n名前,所在地\n見本会館,架空町1\n')

  it('上の数行をそのまま見せ、見出しの行を言われればそこから読む', async () => {
    const { rows } = await readFirstRows({ name: 'a.csv', bytes }, 3)
    expect(rows).toEqual([
      { rowNumber: 1, cells: ['令和8年度 見本の一覧'] },
      { rowNumber: 2, cells: ['', '', ''] },
      { rowNumber: 3, cells: ['名前', '所在地'] },
    ])
    const table = await readTabular({ name: 'a.csv', bytes }, { headerRow: 3 })
    expect(table.header).toEqual(['名前', '所在地'])
    expect(await Array.fromAsync(table.rows)).toEqual([{ rowNumber: 4, cells: ['見本会館', '架空町1'] }])
  })
})
