import { detectEncoding, type TextEncodingName } from './encoding.ts'
import { csvLimits, type Limits, xlsxLimits } from './limits.ts'
import { csvBatches, type RawRow } from './read-csv.ts'
import { isJson, type JsonTable, readJson } from './read-json.ts'
import { openWorkbook } from './read-xlsx.ts'
import { fileRefusal, TabularRefused } from './refusal.ts'
import { firstBytes, type TabularSource } from './source.ts'

export interface OpenOptions {
  sheet?: string
  limits?: Partial<Limits>
}

/** A file of any form as rows of text, many at once; nothing is known of a header yet. */
export interface OpenedRows extends Partial<Omit<JsonTable, 'rows'>> {
  encoding: TextEncodingName | 'XLSX' | 'JSON'
  sheetName?: string
  sheetNames?: string[]
  batches: AsyncIterable<RawRow[]>
}

const WORKBOOK = [0x50, 0x4b]
const OLD_WORKBOOK = [0xd0, 0xcf, 0x11, 0xe0]

/** What a file is, is told by its first bytes. @throws TabularRefused when it cannot be read at all */
export async function openRows(source: TabularSource, { sheet, limits }: OpenOptions): Promise<OpenedRows> {
  const head = await firstBytes(source, 512)
  if (head.length === 0) throw new TabularRefused(empty(source.name))
  if (startsWith(head, OLD_WORKBOOK)) throw new TabularRefused(oldWorkbook(source.name))
  if (startsWith(head, WORKBOOK)) {
    const { rows, ...found } = await openWorkbook(source, { ...xlsxLimits, ...limits }, sheet)
    return { encoding: 'XLSX', ...found, batches: inOne(rows) }
  }
  if (isJson(source.name, head)) {
    const { rows, ...found } = await readJson(source, { ...xlsxLimits, ...limits })
    return { encoding: 'JSON', ...found, batches: inOne(rows) }
  }
  const encoding = await detectEncoding(source)
  return { encoding, batches: csvBatches(source, encoding, { ...csvLimits, ...limits }) }
}

const BATCH = 1_000
async function* inOne(rows: Iterable<RawRow>): AsyncGenerator<RawRow[]> {
  let batch: RawRow[] = []
  for (const row of rows) {
    batch.push(row)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  yield batch
}

export function empty(file: string) {
  return fileRefusal(
    file,
    'file.empty',
    'ファイルに何も書かれていません。',
    '正しいファイルを選んだか確かめてください。',
  )
}

function oldWorkbook(file: string) {
  return fileRefusal(
    file,
    'file.old-workbook',
    '古い形式の Excel ファイル（.xls）か、パスワードの付いた Excel ファイルです。',
    'Excel で開き、パスワードなしの .xlsx か CSV で保存し直してください。',
  )
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, i) => bytes[i] === byte)
