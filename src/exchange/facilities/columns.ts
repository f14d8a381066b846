import { cellAddress, fileRefusal, type Refusal, type Table } from '../tabular/index.ts'
import { extraLabel, type FacilityField, headingKey, knownHeadings, markLabel } from './layout.ts'
import type { FacilityMapping } from './mapping.ts'

/** Where everything of a row stands: places from 0. */
export interface FacilityColumns {
  index: ReadonlyMap<FacilityField, number>
  marks: readonly { column: number; label: string }[]
  extras: readonly { column: number; label: string }[]
}

type Found = { columns: FacilityColumns; refusals: Refusal[] }

/** The columns of a standard, by any of its generations; what no field is for is kept as it is. */
export function knownColumns(table: Table): Found {
  const best = new Map<FacilityField, { column: number; rank: number }>()
  table.header.forEach((heading, column) => {
    const known = knownHeadings.get(headingKey(heading))
    if (known && known.rank < (best.get(known.field)?.rank ?? Number.POSITIVE_INFINITY))
      best.set(known.field, { column, rank: known.rank })
  })
  const index = new Map([...best].map(([field, { column }]) => [field, column]))
  const taken = new Set(index.values())
  const marks: { column: number; label: string }[] = []
  const extras: { column: number; label: string }[] = []
  table.header.forEach((heading, column) => {
    if (taken.has(column) || heading === '') return
    const label = markLabel(heading)
    if (label !== undefined) marks.push({ column, label })
    else extras.push({ column, label: extraLabel(heading) })
  })
  return { columns: { index, marks, extras }, refusals: needed(table, index) }
}

/** The columns as people mapped them; a heading that is mapped and missing, or stands there twice, refuses the file. */
export function mappedColumns(table: Table, mapping: FacilityMapping): Found {
  const index = new Map<FacilityField, number>()
  const extras: { column: number; label: string }[] = []
  const refusals: Refusal[] = []
  const folded = table.header.map(headingKey)
  for (const { heading, field } of mapping.columns) {
    if (field === null) continue
    const column = folded.indexOf(headingKey(heading))
    if (column < 0) refusals.push(absent(table, heading))
    else if (folded.indexOf(headingKey(heading), column + 1) >= 0) refusals.push(repeated(table, column))
    else if (field === 'extra') extras.push({ column, label: heading })
    else index.set(field, column)
  }
  if (refusals.length === 0) refusals.push(...needed(table, index))
  return { columns: { index, marks: [], extras }, refusals }
}

/** A place needs a name, and where it is. */
function needed(table: Table, index: ReadonlyMap<FacilityField, number>): Refusal[] {
  const remedy = '見出しの違う一覧は、「様式のない一覧」の画面で、列を選んで読み込んでください。'
  const lacks = (column: string, words: string): Refusal => ({
    ...fileRefusal(table.file, 'header.missing', words, remedy),
    row: table.headerRowNumber,
    column,
  })
  if (!index.has('name')) return [lacks('名称', '施設の名称の列が見つかりません。')]
  const hasPlace = index.has('address') || index.has('location') || index.has('latitude')
  return hasPlace ? [] : [lacks('住所', '住所の列も、緯度と経度の列も見つかりません。')]
}

function absent(table: Table, heading: string): Refusal {
  return {
    ...fileRefusal(
      table.file,
      'header.missing',
      `対応づけで読むことにした見出し「${heading}」の列がありません。`,
      '見出しが変わったときは、「様式のない一覧」の画面で、新しい見出しを選び直してください。',
    ),
    row: table.headerRowNumber,
    column: heading,
  }
}

function repeated(table: Table, column: number): Refusal {
  const heading = table.header[column] ?? ''
  return {
    ...fileRefusal(
      table.file,
      'header.repeated',
      `見出し「${heading}」が二度あり、どちらを読むか決められません。`,
      'どちらかの見出しを変えてから、選び直してください。',
    ),
    row: table.headerRowNumber,
    column: heading,
    cell: cellAddress(table.headerRowNumber, column),
  }
}
