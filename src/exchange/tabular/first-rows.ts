import { detectEncoding } from './encoding.ts'
import { csvLimits, xlsxLimits } from './limits.ts'
import { csvRows, type RawRow } from './read-csv.ts'
import { isWorkbook, type ReadOptions, type Table } from './read-tabular.ts'
import { openWorkbook } from './read-xlsx.ts'
import type { TabularSource } from './source.ts'

/** The top of a file as it stands: for choosing the header row by eye. */
export interface FirstRows {
  encoding: Table['encoding']
  rows: RawRow[]
  sheetNames: string[]
}

/**
 * Reads rows without looking for a header.
 * @throws TabularRefused when the file cannot be read, or one of these rows is broken
 */
export async function readFirstRows(
  source: TabularSource,
  count: number,
  options: ReadOptions = {},
): Promise<FirstRows> {
  if (await isWorkbook(source)) {
    const book = await openWorkbook(source, { ...xlsxLimits, ...options.limits }, options.sheet)
    return { encoding: 'XLSX', rows: await take(book.rows, count), sheetNames: book.sheetNames }
  }
  const encoding = await detectEncoding(source)
  const rows = csvRows(source, encoding, { ...csvLimits, ...options.limits })
  return { encoding, rows: await take(rows, count), sheetNames: [] }
}

async function take(rows: Iterable<RawRow> | AsyncIterable<RawRow>, count: number): Promise<RawRow[]> {
  const taken: RawRow[] = []
  for await (const row of rows) {
    taken.push(row)
    if (taken.length >= count) break
  }
  return taken
}
