import { detectEncoding, type TextEncodingName } from './encoding.ts'
import { csvLimits, type Limits, xlsxLimits } from './limits.ts'
import { csvRows, type RawRow } from './read-csv.ts'
import { openWorkbook } from './read-xlsx.ts'
import { cellAddress, columnLetters, fileRefusal, type Refusal, TabularRefused } from './refusal.ts'
import { firstBytes, type TabularSource } from './source.ts'

export interface Attribution {
  name: string
  license: string
  downloadFrom: string
}

export interface TabularRow {
  /** 1-based, as a spreadsheet shows it */
  rowNumber: number
  /** at least as many as the header has; as typed, not trimmed */
  cells: string[]
}

export interface Table {
  file: string
  encoding: TextEncodingName | 'XLSX'
  /** from the `#` rows above and below the header: `{ lang: 'ja', license: … }` */
  metadata: Readonly<Record<string, string>>
  attribution?: Attribution
  /** trimmed; trailing empty headings dropped */
  header: string[]
  headerRowNumber: number
  sheetName?: string
  sheetNames?: string[]
  /** to be walked once; rows without any content are left out; throws TabularRefused at a row that cannot be read */
  rows: AsyncIterable<TabularRow>
}

export interface ReadOptions {
  sheet?: string
  /** row of the header as a spreadsheet counts, where titles stand above it; the first row with content unless given */
  headerRow?: number
  limits?: Partial<Limits>
}

/**
 * Opens a table and reads up to its header.
 * @throws TabularRefused when the file cannot be read at all
 */
export async function readTabular(source: TabularSource, options: ReadOptions = {}): Promise<Table> {
  if (await isWorkbook(source)) {
    const { rows, ...sheet } = await openWorkbook(source, { ...xlsxLimits, ...options.limits }, options.sheet)
    return { encoding: 'XLSX' as const, ...sheet, ...(await readHead(source.name, toAsync(rows), options)) }
  }
  const encoding = await detectEncoding(source)
  return {
    encoding,
    ...(await readHead(source.name, csvRows(source, encoding, { ...csvLimits, ...options.limits }), options)),
  }
}

/** By its first bytes, not by its name. @throws TabularRefused at an empty file and at a workbook of the old kind */
export async function isWorkbook(source: TabularSource): Promise<boolean> {
  const head = await firstBytes(source, 8)
  if (head.length === 0) throw new TabularRefused(empty(source.name))
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) throw new TabularRefused(oldWorkbook(source.name))
  return startsWith(head, [0x50, 0x4b])
}

type Head = Omit<Table, 'encoding' | 'sheetName' | 'sheetNames'>

async function readHead(
  file: string,
  rows: AsyncGenerator<RawRow>,
  { headerRow: asked }: ReadOptions,
): Promise<Head> {
  const metadata: Record<string, string> = {}
  let headerRow: RawRow | undefined
  while (!headerRow) {
    const next = await rows.next()
    if (next.done) throw new TabularRefused(empty(file))
    const key = next.value.cells[0]?.trim() ?? ''
    if (key.startsWith('#') && key !== '#property')
      metadata[key.slice(1)] = (next.value.cells[1] ?? '').trim()
    else if (asked === undefined ? !isBlank(next.value.cells) : next.value.rowNumber >= asked)
      headerRow = next.value
  }
  const header = headerRow.cells.map((cell) => cell.trim())
  while (header.at(-1) === '') header.pop()
  const damaged = header.findIndex((cell) => cell.includes('\uFFFD'))
  if (damaged >= 0)
    throw new TabularRefused(damagedCell(file, headerRow.rowNumber, damaged, header, header[damaged] ?? ''))
  return {
    file,
    metadata,
    ...attributionOf(metadata),
    header,
    headerRowNumber: headerRow.rowNumber,
    rows: dataRows(rows, header.length),
  }
}

async function* dataRows(rows: AsyncIterable<RawRow>, width: number): AsyncGenerator<TabularRow> {
  let inHead = true
  for await (const row of rows) {
    // #object_type_xsd and its like stand between the header and the first row
    if (isBlank(row.cells)) continue
    inHead &&= /^#[A-Za-z_]/.test(row.cells[0] ?? '')
    if (inHead) continue
    while (row.cells.length < width) row.cells.push('')
    while (row.cells.length > width && row.cells.at(-1)?.trim() === '') row.cells.pop()
    yield row
  }
}

function attributionOf(metadata: Record<string, string>): { attribution?: Attribution } {
  const { attribution_name: name = '', license = '', download_from: downloadFrom = '' } = metadata
  return name === '' && license === '' ? {} : { attribution: { name, license, downloadFrom } }
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}

/** Cells that were already damaged before the file came here: named, never repaired. */
export function damagedCells(table: Table, row: TabularRow): Refusal[] {
  return row.cells.flatMap((cell, column) =>
    cell.includes('\uFFFD') ? [damagedCell(table.file, row.rowNumber, column, table.header, cell)] : [],
  )
}

function damagedCell(
  file: string,
  row: number,
  column: number,
  header: readonly string[],
  value: string,
): Refusal {
  return {
    file,
    row,
    column: header[column] || columnLetters(column),
    cell: cellAddress(row, column),
    value,
    code: 'cell.damaged',
    reason: 'ファイルが作られた時点で文字が失われています（置き換え文字 U+FFFD）。元の文字は分かりません。',
    remedy: '作成元のシステムから出し直してください。',
  }
}

function empty(file: string): Refusal {
  return fileRefusal(
    file,
    'file.empty',
    'ファイルに何も書かれていません。',
    '正しいファイルを選んだか確かめてください。',
  )
}

function oldWorkbook(file: string): Refusal {
  return fileRefusal(
    file,
    'file.old-workbook',
    '古い形式の Excel ファイル（.xls）か、パスワードの付いた Excel ファイルです。',
    'Excel で開き、パスワードなしの .xlsx か CSV で保存し直してください。',
  )
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte)
}

async function* toAsync<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items
}
