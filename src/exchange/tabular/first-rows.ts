import { openRows } from './open-rows.ts'
import type { RawRow } from './read-csv.ts'
import type { ReadOptions, Table } from './read-tabular.ts'
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
  const { encoding, sheetNames = [], batches } = await openRows(source, options)
  const rows: RawRow[] = []
  for await (const batch of batches) {
    rows.push(...batch.slice(0, count - rows.length))
    if (rows.length >= count) break
  }
  return { encoding, rows, sheetNames }
}
