import { cleanLine, cleanText, foldAddress, foldName } from '../../platform/text/index.ts'
import {
  type CellValue,
  missing,
  RowCells,
  readCapacity,
  readCoordinates,
  readIdentifier,
  readMark,
  readMunicipalityCode,
  readPoint,
  readTelephone,
  readTime,
  type Table,
  type TabularRow,
} from '../tabular/index.ts'
import type { FacilityColumns } from './columns.ts'
import { type Facility, type FacilityField, fieldLabels, type Mark } from './layout.ts'

export interface ListFacts {
  category: string
  /** for lists without a column of codes */
  areaCode: string | null
}

/**
 * Reads one row. Name, number and code must be right: a place is known by them. Anything else that cannot be read as what it
 * should be (two telephones in one cell) is kept in `asWritten` as it stands: people can still read it.
 */
export function readFacility(
  table: Table,
  row: TabularRow,
  columns: FacilityColumns,
  facts: ListFacts,
): { facility: Facility; cells: RowCells<FacilityField> } {
  const cells = new RowCells(table, row, columns.index)
  const reading = new Reading(cells)
  const name = readName(cells)
  const id = cells.value('id', readIdentifier)
  const address = reading.text('address')
  const telephone = reading.typed('telephone', readTelephone)
  const opensAt = reading.typed('opensAt', readTime)
  const closesAt = reading.typed('closesAt', readTime)
  const facility: Facility = {
    areaCode: readAreaCode(cells, columns.index.has('areaCode'), facts.areaCode),
    category: facts.category,
    key: id ?? `${foldName(name)} ${address === null ? '' : foldAddress(address)}`,
    id,
    name,
    kana: reading.text('kana'),
    address,
    building: reading.text('building'),
    ...readPlace(reading, columns.index),
    telephone: telephone?.shown ?? null,
    extension: reading.text('extension') ?? telephone?.extension ?? null,
    fax: reading.typed('fax', readTelephone)?.shown ?? null,
    postalCode: reading.text('postalCode'),
    operator: reading.text('operator'),
    corporateNumber: reading.text('corporateNumber'),
    officeNumber: reading.text('officeNumber'),
    service: reading.text('service'),
    openDays: reading.text('openDays'),
    opensAt: opensAt?.time ?? null,
    closesAt: closesAt?.time ?? null,
    hoursNote: reading.text('hoursNote'),
    capacity: reading.typed('capacity', readCapacity),
    description: reading.text('description'),
    url: reading.text('url'),
    note: reading.text('note'),
    marks: readMarks(row, columns.marks, reading),
    extras: {
      ...readExtras(row, columns.extras),
      ...remark('電話番号の注記', telephone?.note),
      ...remark('開始時間の注記', opensAt?.note),
      ...remark('終了時間の注記', closesAt?.note),
    },
    asWritten: reading.asWritten,
    rowNumber: row.rowNumber,
  }
  return { facility, cells }
}

/** Cells of one row that may be kept as they are written. */
class Reading {
  readonly asWritten: Record<string, string> = {}
  readonly cells: RowCells<FacilityField>

  constructor(cells: RowCells<FacilityField>) {
    this.cells = cells
  }

  text(field: FacilityField): string | null {
    return textOf(this.cells.text(field))
  }

  typed<T>(field: FacilityField, read: (cell: string) => CellValue<T>): T | null {
    const value = read(this.cells.text(field))
    if (value.state === 'wrong') this.keep(fieldLabels[field], this.cells.text(field))
    return value.state === 'value' ? value.value : null
  }

  keep(label: string, cell: string): void {
    const text = textOf(cell)
    if (text !== null) this.asWritten[label] = text
  }
}

const textOf = (cell: string): string | null => (missing(cell) ? null : cleanText(cell).trim() || null)

const remark = (label: string, text: string | null | undefined): Record<string, string> =>
  text ? { [label]: text } : {}

function readName(cells: RowCells<FacilityField>): string {
  const name = cleanLine(cells.text('name'))
  if (name === '')
    cells.refuse('name', 'cell.missing', '名称がありません。', '名称を入れるか、行を消してください。')
  return name
}

function readAreaCode(cells: RowCells<FacilityField>, hasColumn: boolean, stated: string | null): string {
  const code = hasColumn ? cells.text('areaCode') : ''
  if (code !== '') return cells.value('areaCode', readMunicipalityCode) ?? ''
  if (stated !== null) return stated
  cells.refuse(
    hasColumn ? 'areaCode' : 'name',
    'area.unknown',
    'どの市区町村の一覧か、ファイルからは分かりません。',
    'ファイル名を「222127_aed.csv」のように6けたのコードで始めるか、「様式のない一覧」の画面で市区町村を入れてください。',
  )
  return ''
}

/** Degrees from two columns, or from one that holds both. */
function readPlace(
  reading: Reading,
  index: ReadonlyMap<FacilityField, number>,
): { latitude: number | null; longitude: number | null } {
  const none = { latitude: null, longitude: null }
  if (index.has('location')) return reading.typed('location', readCoordinates) ?? none
  const [latitude, longitude] = [reading.cells.text('latitude'), reading.cells.text('longitude')]
  const place = readPoint(latitude, longitude)
  if (place.state === 'value') return place.value
  if (place.state === 'wrong') {
    reading.keep(fieldLabels.latitude, latitude)
    reading.keep(fieldLabels.longitude, longitude)
  }
  return none
}

function readMarks(
  row: TabularRow,
  columns: FacilityColumns['marks'],
  reading: Reading,
): Record<string, Mark> {
  const marks: Record<string, Mark> = {}
  for (const { column, label } of columns) {
    const cell = row.cells[column] ?? ''
    const mark = readMark(cell)
    if (mark.state === 'value') marks[label] = mark.value
    else if (mark.state === 'wrong') reading.keep(label, cell)
  }
  return marks
}

function readExtras(row: TabularRow, columns: FacilityColumns['extras']): Record<string, string> {
  const extras: Record<string, string> = {}
  for (const { column, label } of columns) {
    const text = textOf(row.cells[column] ?? '')
    if (text !== null) extras[label] = text
  }
  return extras
}
