import {
  damagedCells,
  fileRefusal,
  type Item,
  type LayoutFile,
  type Refusal,
  readFirstRows,
  readTabular,
  refuseCell,
  refusedFile,
  surplusCells,
  type Table,
  TabularRefused,
  type TabularRow,
  type TabularSource,
} from '../tabular/index.ts'
import { categoryOf, isOfTakamatsu } from './categories.ts'
import { type ListFacts, readFacility } from './cells.ts'
import { type FacilityColumns, knownColumns, mappedColumns } from './columns.ts'
import type { Facility, FacilityField } from './layout.ts'
import { type FacilityMapping, headingsFound } from './mapping.ts'
import { notPlaces } from './not-places.ts'

const TAKAMATSU = '372013'
const SEARCHED_ROWS = 30

/** A list as read. What it is of, and by what that is known, is said before anything is stored. */
export interface FacilityFile extends LayoutFile<Facility> {
  category: { category: string; by: string } | null
  /** rows of a number and nothing else, which are no places; complete once `items` was walked */
  emptied: number[]
}

/** Reads a list of places: of the national standard (both generations), of 高松市, or as people mapped its columns. */
export async function readFacilities(
  source: TabularSource,
  mapping: FacilityMapping | null = null,
): Promise<FacilityFile> {
  try {
    const table = await openTable(source, mapping)
    const opened = openList(table, mapping)
    const { encoding, attribution } = table
    const file = { file: source.name, encoding, attribution, emptied: [] }
    if ('refused' in opened) return { ...file, category: null, items: each(opened.refused) }
    const { category, columns, areaCode } = opened
    const list = { table, columns, facts: { category: category.category, areaCode }, emptied: file.emptied }
    return { ...file, category, items: listItems(list, mapping?.skipRows ?? 0) }
  } catch (error) {
    if (!(error instanceof TabularRefused)) throw error
    return { ...refusedFile<Facility>(error.refusal), category: null, emptied: [] }
  }
}

/** With a mapping, the header is the row that holds most of its headings. */
async function openTable(source: TabularSource, mapping: FacilityMapping | null): Promise<Table> {
  if (mapping === null) return readTabular(source)
  const sheet = mapping.sheet === null ? {} : { sheet: mapping.sheet }
  if (mapping.columns.length === 0) return readTabular(source, sheet)
  const headerRow = await headerRowOf(source, mapping)
  return readTabular(source, { ...sheet, ...(headerRow === null ? {} : { headerRow }) })
}

/** The row, as a spreadsheet counts, where the headings of the mapping stand; else the one it was made with. */
export async function headerRowOf(source: TabularSource, mapping: FacilityMapping): Promise<number | null> {
  const sheet = mapping.sheet === null ? {} : { sheet: mapping.sheet }
  const { rows } = await readFirstRows(source, SEARCHED_ROWS, sheet)
  const found = rows.map(({ rowNumber, cells }) => ({ rowNumber, count: headingsFound(mapping, cells) }))
  const best = found.reduce((most, one) => (one.count > most.count ? one : most), { rowNumber: 0, count: 0 })
  return best.count > 0 ? best.rowNumber : mapping.headerRow
}

type Opened =
  | { refused: Refusal[] }
  | { category: { category: string; by: string }; columns: FacilityColumns; areaCode: string | null }

function openList(table: Table, mapping: FacilityMapping | null): Opened {
  const isMapped = mapping !== null && mapping.columns.length > 0
  const other = isMapped ? undefined : notPlaces(table)
  if (other) return { refused: [other] }
  const { columns, refusals } = isMapped ? mappedColumns(table, mapping) : knownColumns(table)
  const signs = {
    file: table.file,
    header: table.header,
    downloadFrom: table.attribution?.downloadFrom ?? table.metadata.download_from ?? '',
    publisher: table.attribution?.name ?? '',
  }
  const category = mapping?.category ? { category: mapping.category, by: '指定' } : categoryOf(signs)
  if (refusals.length > 0) return { refused: refusals }
  if (!category) return { refused: [unknownCategory(table.file)] }
  const byName = /^(\d{6})_/.exec(table.file)?.[1]
  const areaCode = mapping?.areaCode ?? byName ?? (isOfTakamatsu(signs) ? TAKAMATSU : null)
  return { category, columns, areaCode }
}

interface OpenList {
  table: Table
  columns: FacilityColumns
  facts: ListFacts
  emptied: number[]
}

async function* listItems(list: OpenList, skipRows: number): AsyncGenerator<Item<Facility>> {
  const { table } = list
  const seen = new Map<string, number>()
  let rows = 0
  try {
    for await (const row of table.rows) {
      rows += 1
      if (rows > skipRows) yield* rowItems(list, row, seen)
    }
    if (rows <= skipRows) yield { kind: 'refused', refusal: emptyList(table.file) }
  } catch (error) {
    if (!(error instanceof TabularRefused)) throw error
    yield { kind: 'refused', refusal: error.refusal }
  }
}

function* rowItems(
  { table, columns, facts, emptied }: OpenList,
  row: TabularRow,
  seen: Map<string, number>,
): Generator<Item<Facility>> {
  const broken = [...damagedCells(table, row), ...surplusCells(table, row)]
  if (broken.length > 0) return yield* refusedItems(broken)
  if (isEmptied(row, columns)) {
    emptied.push(row.rowNumber)
    return
  }
  const { facility, cells } = readFacility(table, row, columns, facts)
  if (cells.refusals.length > 0) return yield* refusedItems(cells.refusals)
  const key = `${facility.areaCode} ${facility.key}`
  const first = seen.get(key)
  if (first !== undefined) return yield* refusedItems([twice(table, row, columns, facility, first)])
  seen.set(key, row.rowNumber)
  yield { kind: 'row', row: facility }
}

/** A place was taken out and its number was left (also a lone comma in the cell for the coordinates). */
function isEmptied(row: TabularRow, { index }: FacilityColumns): boolean {
  const id = index.get('id')
  return id !== undefined && row.cells.every((cell, column) => column === id || /^[\s,]*$/u.test(cell))
}

function twice(
  table: Table,
  row: TabularRow,
  { index }: FacilityColumns,
  { id }: Facility,
  first: number,
): Refusal {
  const field: FacilityField = id === null ? 'name' : 'id'
  return refuseCell(table, row, index.get(field) ?? 0, {
    code: 'row.duplicate',
    reason: `同じ${id === null ? '名称と住所' : '番号'}の行が${first}行目にもあります。`,
    remedy: 'どちらか正しい一行だけにするか、別の番号を付けてください。',
  })
}

const unknownCategory = (file: string): Refusal =>
  fileRefusal(
    file,
    'list.category-unknown',
    '何の施設の一覧か、ファイルからは分かりません。',
    '「様式のない一覧」の画面で施設の種類を入れて、読み込んでください。',
  )

const emptyList = (file: string): Refusal =>
  fileRefusal(
    file,
    'list.empty',
    '見出しだけで、施設が一つも書かれていません。',
    '出し直すか、正しいファイルを選んだか確かめてください。',
  )

function* refusedItems(refusals: readonly Refusal[]): Generator<Item<Facility>> {
  for (const refusal of refusals) yield { kind: 'refused', refusal }
}

async function* each(refusals: readonly Refusal[]): AsyncGenerator<Item<Facility>> {
  yield* refusedItems(refusals)
}
