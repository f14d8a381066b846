import { type ColumnNames, mapColumns, surplusCells } from './columns.ts'
import {
  type Attribution,
  damagedCells,
  type ReadOptions,
  readTabular,
  type Table,
  type TabularRow,
} from './read-tabular.ts'
import { type Refusal, TabularRefused } from './refusal.ts'
import type { TabularSource } from './source.ts'

/** One row taken, or one reason why a row (or the file) was not. A row may have several reasons. */
export type Item<T> = { kind: 'row'; row: T } | { kind: 'refused'; refusal: Refusal }

/** A file of a known layout. Reading never throws over what stands in the file: everything wrong comes as an item. */
export interface LayoutFile<T> {
  file: string
  /** null when the file could not be opened */
  encoding: Table['encoding'] | null
  attribution?: Attribution
  /** to be walked once */
  items: AsyncIterable<Item<T>>
}

/** Turns one row of the file into items; made once per file, so that it may remember earlier rows. */
export type RowReader<T> = (row: TabularRow) => Item<T>[]

export interface LayoutOptions extends ReadOptions {
  /** personal data: no value of a cell stands in a refusal made here */
  hideValues?: boolean
  /** looks at the header before its columns are mapped; anything returned refuses the file */
  checkHeader?: (table: Table) => Refusal[]
}

/** @param createReader called once the header is complete, with the place of each named column */
export async function readLayout<T, Name extends string>(
  source: TabularSource,
  names: ColumnNames<Name>,
  createReader: (table: Table, index: ReadonlyMap<Name, number>) => RowReader<T>,
  options: LayoutOptions = {},
): Promise<LayoutFile<T>> {
  try {
    const table = await readTabular(source, options)
    const early = options.checkHeader?.(table) ?? []
    const { index, refusals } =
      early.length > 0 ? { index: new Map<Name, number>(), refusals: early } : mapColumns(table, names)
    const items =
      refusals.length > 0 ? refusedItems<T>(refusals) : rowItems(table, createReader(table, index), options)
    return { file: source.name, encoding: table.encoding, attribution: table.attribution, items }
  } catch (error) {
    if (!(error instanceof TabularRefused)) throw error
    return { file: source.name, encoding: null, items: refusedItems<T>([error.refusal]) }
  }
}

/** A file refused before it was opened, for its name for example. */
export function refusedFile<T>(refusal: Refusal): LayoutFile<T> {
  return { file: refusal.file, encoding: null, items: refusedItems<T>([refusal]) }
}

/** The whole file in memory: for tests and files known to be small. */
export async function collectItems<T>({ items }: LayoutFile<T>): Promise<{ rows: T[]; refusals: Refusal[] }> {
  const rows: T[] = []
  const refusals: Refusal[] = []
  for await (const item of items) {
    if (item.kind === 'row') rows.push(item.row)
    else refusals.push(item.refusal)
  }
  return { rows, refusals }
}

async function* rowItems<T>(
  table: Table,
  readRow: RowReader<T>,
  { hideValues = false }: LayoutOptions,
): AsyncGenerator<Item<T>> {
  try {
    for await (const row of table.rows) {
      const broken = [...damagedCells(table, row), ...surplusCells(table, row)]
      if (broken.length > 0)
        yield* refusedItems<T>(hideValues ? broken.map((refusal) => ({ ...refusal, value: null })) : broken)
      else yield* readRow(row)
    }
  } catch (error) {
    if (!(error instanceof TabularRefused)) throw error
    yield { kind: 'refused', refusal: error.refusal }
  }
}

async function* refusedItems<T>(refusals: readonly Refusal[]): AsyncGenerator<Item<T>> {
  for (const refusal of refusals) yield { kind: 'refused', refusal }
}
