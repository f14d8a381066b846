import {
  cellAddress,
  damagedCells,
  fileRefusal,
  isTotalName,
  type LayoutFile,
  type Refusal,
  readCount,
  readMunicipalityCode,
  refuseCell,
  refusedFile,
  surplusCells,
  type Table,
  TabularRefused,
  type TabularRow,
  type TabularSource,
  unpadded,
} from '../tabular/index.ts'
import { type FigureColumns, figureColumns, type ValueColumn } from './columns.ts'
import type { DashMeaning, FiguresMapping, FigureUnit } from './mapping.ts'
import { openFigures } from './opened.ts'
import { type Period, readPeriod } from './period.ts'

/** One count of one place as the file names it; which place that is, only what is stored can say. */
export interface MappedFigure {
  /** six digits; null: the table has no such column */
  placeCode: string | null
  placeName: string | null
  prefecture: string | null
  measure: string
  unit: FigureUnit
  periodFrom: string
  periodTo: string
  count: number | null
  missing: DashMeaning | null
  heading: string
  /** `B12`, of the place */
  placeCell: string
  placeHeading: string
  rowNumber: number
}

/** Rows that were left out on purpose; complete once `items` was walked. */
export interface LeftOut {
  /** 合計, 全国 … */
  totals: { rowNumber: number; name: string }[]
  /** notes below the table */
  notes: { rowNumber: number; name: string }[]
}
export interface MappedFile extends LayoutFile<MappedFigure> {
  leftOut: LeftOut
}

/** @param notAfter today: a period that is not over yet is refused */
export async function readMappedFigures(
  source: TabularSource,
  mapping: FiguresMapping,
  { notAfter }: { notAfter: string },
): Promise<MappedFile> {
  const leftOut: LeftOut = { totals: [], notes: [] }
  try {
    const table = await openFigures(source, mapping)
    const { columns, refusals } = figureColumns(table, mapping)
    const { file, encoding, attribution } = table
    const opened = { table, columns, mapping, notAfter, leftOut }
    const items = refusals.length > 0 ? refusedItems(refusals) : eachItem(opened)
    return { file, encoding, ...(attribution ? { attribution } : {}), leftOut, items }
  } catch (error) {
    if (!(error instanceof TabularRefused)) throw error
    return { ...refusedFile<MappedFigure>(error.refusal), leftOut }
  }
}

interface Opened {
  table: Table
  columns: FigureColumns
  mapping: FiguresMapping
  notAfter: string
  leftOut: LeftOut
}
type FigureItem = { kind: 'row'; row: MappedFigure } | { kind: 'refused'; refusal: Refusal }

async function* eachItem(opened: Opened): AsyncGenerator<FigureItem> {
  const { table, mapping } = opened
  let rows = 0
  try {
    for await (const row of table.rows) {
      rows += 1
      if (rows > mapping.skipRows) yield* rowItems(opened, row)
    }
    if (rows <= mapping.skipRows) yield { kind: 'refused', refusal: emptyTable(table.file) }
  } catch (error) {
    if (!(error instanceof TabularRefused)) throw error
    yield { kind: 'refused', refusal: error.refusal }
  }
}

const refusedItem = (refusal: Refusal): FigureItem => ({ kind: 'refused', refusal })

function rowItems(opened: Opened, row: TabularRow): FigureItem[] {
  const { table, columns, leftOut } = opened
  const broken = [...damagedCells(table, row), ...surplusCells(table, row)]
  if (broken.length > 0) return broken.map(refusedItem)
  const other = notAPlace(opened, row)
  if (other) {
    leftOut[other.is].push({ rowNumber: row.rowNumber, name: other.name })
    return []
  }
  const place = placeOf(opened, row)
  if ('refusal' in place) return [refusedItem(place.refusal)]
  const period = periodOf(opened, row)
  if (period && 'refusal' in period) return [refusedItem(period.refusal)]
  return columns.values.map((value) => figure(opened, row, place, value, value.period ?? period))
}

/** A row that adds up the others, or a remark below them; by what stands where the place should. */
function notAPlace(
  { columns: { index, values } }: Opened,
  { cells }: TabularRow,
): { is: keyof LeftOut; name: string } | undefined {
  const at = (['code', 'name', 'prefecture'] as const).flatMap((field) => index.get(field) ?? [])
  const texts = [...at, 0].map((column) => unpadded(cells[column] ?? ''))
  const total = texts.find(isTotalName)
  if (total !== undefined) return { is: 'totals', name: total }
  const isBare = values.every(({ column }) => (cells[column] ?? '').trim() === '')
  const note = texts.find((text) => /^(?:[(（]?注[)）\d:：]|※|資料|出典|備考)/u.test(text))
  return isBare && note !== undefined ? { is: 'notes', name: note.slice(0, 40) } : undefined
}

type Place = Pick<MappedFigure, 'placeCode' | 'placeName' | 'prefecture'> & { column: number }

function placeOf({ table, columns: { index } }: Opened, row: TabularRow): Place | { refusal: Refusal } {
  const text = (field: 'code' | 'name' | 'prefecture') => {
    const column = index.get(field)
    return column === undefined ? null : unpadded(row.cells[column] ?? '') || null
  }
  const column = index.get('code') ?? index.get('name') ?? 0
  const refuse = (code: string, reason: string, remedy: string) => ({
    refusal: refuseCell(table, row, column, { code, reason, remedy }),
  })
  const [code, placeName, prefecture] = [text('code'), text('name'), text('prefecture')]
  if (code === null && placeName === null)
    return refuse('place.blank', '地域が書かれていません。', '地域を書くか、この行を消してください。')
  const read = code === null ? null : readMunicipalityCode(code)
  if (read?.state === 'wrong') return refuse(read.code, read.reason, read.remedy)
  const placeCode = read?.state === 'value' ? read.value : null
  if (placeCode === null && placeName === null)
    return refuse('place.blank', '地域のコードがありません。', 'コードを書くか、この行を消してください。')
  return { placeCode, placeName, prefecture, column }
}

/** What the column of periods says; null: there is none. */
function periodOf({ table, columns: { index }, mapping }: Opened, row: TabularRow) {
  const column = index.get('period')
  if (column === undefined) return null
  const read = readPeriod(row.cells[column] ?? '', mapping.bareYear)
  if ('period' in read) return read.period
  return { refusal: refuseCell(table, row, column, { code: 'cell.period', ...read }) }
}

const WRONG: Readonly<Record<string, string>> = {
  'cell.negative': '数が負です。',
  'cell.fraction': '数に端数があります。割合や平均は読めません（数だけを読みます）。',
}

function figure(
  { table, columns: { headings }, mapping, notAfter }: Opened,
  row: TabularRow,
  { column: placeColumn, ...place }: Place,
  { column, measure, unit }: ValueColumn,
  period: Period | null,
): FigureItem {
  const refuse = (code: string, reason: string, remedy: string) =>
    refusedItem(refuseCell(table, row, column, { code, reason, remedy }))
  if (!period)
    return refuse(
      'period.missing',
      'いつの数かが決まっていません。',
      '期間を入れるか、期間の列を選んでください。',
    )
  if (period.to > notAfter)
    return refuse(
      'period.not-over',
      `${period.from} から ${period.to} までの期間は、まだ終わっていません。`,
      '年や月の途中の数は、一年・一月の数としては読めません。期間を確かめてください。',
    )
  const read = readCount(row.cells[column] ?? '')
  if (read.state === 'wrong') return refuse(read.code, WRONG[read.code] ?? read.reason, read.remedy)
  const count = read.state === 'value' ? read.value : null
  const missing =
    read.state === 'value'
      ? null
      : read.why === 'masked'
        ? 'suppressed'
        : read.why === 'dash'
          ? mapping.dash
          : 'not-reported'
  return {
    kind: 'row',
    row: {
      ...place,
      measure,
      unit,
      periodFrom: period.from,
      periodTo: period.to,
      count,
      missing,
      heading: headings[column] ?? '',
      placeCell: cellAddress(row.rowNumber, placeColumn),
      placeHeading: headings[placeColumn] ?? '',
      rowNumber: row.rowNumber,
    },
  }
}

const emptyTable = (file: string): Refusal =>
  fileRefusal(
    file,
    'table.empty',
    '見出しだけで、数が一つも書かれていません。',
    '出し直すか、正しいファイルを選んだか確かめてください。',
  )

async function* refusedItems(refusals: readonly Refusal[]): AsyncGenerator<FigureItem> {
  for (const refusal of refusals) yield { kind: 'refused', refusal }
}
