import {
  type Item,
  type LayoutFile,
  type ReadOptions,
  RowCells,
  readLayout,
  readTabular,
  TabularRefused,
  type TabularSource,
} from '../tabular/index.ts'
import { CHANGE_HEADINGS, LIST_HEADINGS, type MunicipalityRow, PREFECTURE_HEADINGS } from './layout.ts'
import { readChange } from './read-change.ts'
import { type ListHeading, readMunicipality, readPrefecture } from './read-list.ts'
import { withParents } from './wards.ts'

/** Reads any of the three layouts, told apart by their headings; everything wrong comes as an item. */
export async function readMunicipalityCodes(
  source: TabularSource,
  options: ReadOptions = {},
): Promise<LayoutFile<MunicipalityRow>> {
  const header = await headerOf(source, options)
  if (header.includes('prefkana'))
    return read<ListHeading>(source, PREFECTURE_HEADINGS, readPrefecture, options)
  if (header.includes('citykana')) {
    const file = await read<ListHeading>(source, LIST_HEADINGS, readMunicipality, options)
    return { ...file, items: withParents(file) }
  }
  return read(source, CHANGE_HEADINGS, readChange, options)
}

type Headings<Name extends string> = {
  required: readonly Name[]
  optional?: readonly Name[]
  ignored?: readonly string[]
}

function read<Name extends string>(
  source: TabularSource,
  headings: Headings<Name>,
  readRow: (cells: RowCells<Name>) => MunicipalityRow,
  options: ReadOptions,
): Promise<LayoutFile<MunicipalityRow>> {
  return readLayout<MunicipalityRow, Name>(
    source,
    headings,
    (table, index) =>
      (row): Item<MunicipalityRow>[] => {
        const cells = new RowCells(table, row, index)
        const read = readRow(cells)
        return cells.refusals.length > 0
          ? cells.refusals.map((refusal) => ({ kind: 'refused', refusal }))
          : [{ kind: 'row', row: read }]
      },
    options,
  )
}

/** A file that cannot be opened has no headings; the reader of the layout says why. */
async function headerOf(source: TabularSource, options: ReadOptions): Promise<string[]> {
  try {
    return (await readTabular(source, options)).header
  } catch (error) {
    if (error instanceof TabularRefused) return []
    throw error
  }
}
