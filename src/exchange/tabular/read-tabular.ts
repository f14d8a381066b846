import type { TextEncodingName } from './encoding.ts'
import { empty, type OpenOptions, openRows } from './open-rows.ts'
import { CsvRow, DAMAGE, type RawRow } from './read-csv.ts'
import { cellAddress, columnLetters, type Refusal, TabularRefused } from './refusal.ts'
import type { TabularSource } from './source.ts'

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
  encoding: TextEncodingName | 'XLSX' | 'JSON'
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
  /** the same rows, many at once, for long files: walk one of the two */
  batches: AsyncIterable<TabularRow[]>
}

export interface ReadOptions extends OpenOptions {
  /** row of the header as a spreadsheet counts, where titles stand above it; the first row with content unless given */
  headerRow?: number
}

/**
 * Opens a table and reads up to its header.
 * @throws TabularRefused when the file cannot be read at all
 */
export async function readTabular(source: TabularSource, options: ReadOptions = {}): Promise<Table> {
  const { batches, ...opened } = await openRows(source, options)
  const head = await readHead(source.name, opened.encoding, batches, options)
  return { ...head, ...opened, metadata: { ...head.metadata, ...opened.metadata } }
}

type Head = Omit<Table, 'sheetName' | 'sheetNames'>

async function readHead(
  file: string,
  encoding: Table['encoding'],
  all: AsyncIterable<RawRow[]>,
  { headerRow: asked }: ReadOptions,
): Promise<Head> {
  const metadata: Record<string, string> = {}
  const iterator = all[Symbol.asyncIterator]()
  let batch: RawRow[] = []
  let at = 0
  let headerRow: RawRow | undefined
  while (!headerRow) {
    while (at >= batch.length) {
      const next = await iterator.next()
      if (next.done) throw new TabularRefused(empty(file))
      batch = next.value
      at = 0
    }
    const row = batch[at++]!
    const key = row.cells[0]?.trim() ?? ''
    if (key.startsWith('#') && key !== '#property') metadata[key.slice(1)] = (row.cells[1] ?? '').trim()
    else if (asked === undefined ? !isBlank(row.cells) : row.rowNumber >= asked) headerRow = row
  }
  const header = headerRow.cells.map((cell) => cell.trim())
  while (header.at(-1) === '') header.pop()
  const place = { file, encoding, header }
  const [damaged] = damagedCells(place, headerRow)
  if (damaged) throw new TabularRefused(damaged)
  const batches = dataBatches(batch.slice(at), iterator, header.length)
  return {
    ...place,
    metadata,
    ...attributionOf(metadata),
    headerRowNumber: headerRow.rowNumber,
    batches,
    rows: oneByOne(batches),
  }
}

async function* dataBatches(
  first: RawRow[],
  iterator: AsyncIterator<RawRow[]>,
  width: number,
): AsyncGenerator<TabularRow[]> {
  let inHead = true
  const isData = ({ cells }: RawRow) => {
    // #object_type_xsd and its like stand between the header and the first row
    if (isBlank(cells)) return false
    inHead &&= /^#[A-Za-z_]/.test(cells[0] ?? '')
    return !inHead
  }
  try {
    for (let batch: RawRow[] | undefined = first; batch; ) {
      const rows = batch.filter(isData)
      for (const { cells } of rows) {
        while (cells.length < width) cells.push('')
        while (cells.length > width && cells.at(-1)?.trim() === '') cells.pop()
      }
      if (rows.length > 0) yield rows
      const next: IteratorResult<RawRow[]> = await iterator.next()
      batch = next.done ? undefined : next.value
    }
  } finally {
    await iterator.return?.()
  }
}

async function* oneByOne(batches: AsyncIterable<TabularRow[]>): AsyncGenerator<TabularRow> {
  for await (const batch of batches) for (const row of batch) yield row
}

function attributionOf(metadata: Record<string, string>): { attribution?: Attribution } {
  const { attribution_name: name = '', license = '', download_from: downloadFrom = '' } = metadata
  return name === '' && license === '' ? {} : { attribution: { name, license, downloadFrom } }
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}

/** Cells that were already damaged before the file came here: named, never repaired. 外字 of Shift_JIS too: only its maker has the glyph. */
export function damagedCells(table: Pick<Table, 'file' | 'encoding' | 'header'>, row: TabularRow): Refusal[] {
  if (CsvRow.isSound(row)) return []
  const isCp932 = table.encoding === 'CP932'
  const found: Refusal[] = []
  for (let column = 0; column < row.cells.length; column++) {
    const value = row.cells[column]!
    const isLost = value.includes('\uFFFD')
    if (!isLost && !(isCp932 && DAMAGE.test(value))) continue
    const cell = cellAddress(row.rowNumber, column)
    const place = {
      file: table.file,
      row: row.rowNumber,
      column: table.header[column] || columnLetters(column),
      cell,
      value,
    }
    found.push(isLost ? { ...place, ...LOST } : { ...place, ...FOREIGN })
  }
  return found
}

const LOST = {
  code: 'cell.damaged',
  reason: 'ファイルが作られた時点で文字が失われています（置き換え文字 U+FFFD）。元の文字は分かりません。',
  remedy: '作成元のシステムから出し直してください。',
}
const FOREIGN = {
  code: 'cell.user-defined',
  reason: 'Shift_JIS の外字（利用者が作った文字）があります。作成した端末でなければ、どの字か分かりません。',
  remedy: '代わりの字に直すか、UTF-8 で出し直してください。',
}
