import type { Table, TabularRow } from './read-tabular.ts'
import { cellAddress, columnLetters, type Refusal } from './refusal.ts'
import { foldHeading } from './texts.ts'

export interface ColumnNames<Name extends string> {
  required: readonly Name[]
  optional?: readonly Name[]
  /** headings that may stand there and are not read */
  ignored?: readonly string[]
  /** other spellings: heading → name */
  synonyms?: Readonly<Record<string, Name>>
}

/** Finds columns by heading; width and spaces in it do not matter. An unknown heading is refused: what nobody reads, nobody should send. */
export function mapColumns<Name extends string>(
  table: Table,
  names: ColumnNames<Name>,
): { index: ReadonlyMap<Name, number>; refusals: Refusal[] } {
  const known = new Map<string, Name>(
    [...names.required, ...(names.optional ?? [])].map((name) => [foldHeading(name), name]),
  )
  for (const [heading, name] of Object.entries(names.synonyms ?? {}))
    known.set(foldHeading(heading), name as Name)
  const ignored = new Set((names.ignored ?? []).map(foldHeading))
  const index = new Map<Name, number>()
  const refusals: Refusal[] = []
  table.header.forEach((heading, column) => {
    const name = known.get(foldHeading(heading))
    const at = {
      row: table.headerRowNumber,
      column: heading || columnLetters(column),
      cell: cellAddress(table.headerRowNumber, column),
    }
    if (name !== undefined && index.has(name)) refusals.push(repeated(table.file, at, heading))
    else if (name !== undefined) index.set(name, column)
    else if (!ignored.has(foldHeading(heading))) refusals.push(unknown(table.file, at, heading))
  })
  for (const name of names.required) {
    if (!index.has(name)) refusals.push(absent(table.file, table.headerRowNumber, name))
  }
  return { index, refusals }
}

/** A refusal of one cell, with its address. */
export function refuseCell(
  table: Table,
  row: TabularRow,
  column: number,
  { code, reason, remedy, value }: { code: string; reason: string; remedy: string; value?: string | null },
): Refusal {
  return {
    file: table.file,
    row: row.rowNumber,
    column: table.header[column] || columnLetters(column),
    cell: cellAddress(row.rowNumber, column),
    value: value === undefined ? (row.cells[column] ?? '') : value,
    code,
    reason,
    remedy,
  }
}

/** Cells with content behind the last heading: a comma too many in the row. */
export function surplusCells(table: Table, row: TabularRow): Refusal[] {
  const column = row.cells.findIndex((cell, i) => i >= table.header.length && cell.trim() !== '')
  if (column < 0) return []
  return [
    refuseCell(table, row, column, {
      code: 'row.surplus-cells',
      reason: `見出しは${table.header.length}列ですが、この行は${row.cells.length}列あります。`,
      remedy: '値の中のカンマが引用符（"）で囲まれているか確かめてください。',
    }),
  ]
}

interface Place {
  row: number
  column: string
  cell: string
}

function repeated(file: string, at: Place, value: string): Refusal {
  const reason = `見出し「${value}」が二度あります。`
  return { file, ...at, value, code: 'header.repeated', reason, remedy: 'どちらか一つの列にしてください。' }
}

function unknown(file: string, at: Place, value: string): Refusal {
  const reason = value === '' ? '見出しのない列があります。' : `見出し「${value}」は、この様式にありません。`
  return {
    file,
    ...at,
    value,
    code: 'header.unknown',
    reason,
    remedy: '様式どおりの見出しに直すか、列を消してください。',
  }
}

function absent(file: string, row: number, name: string): Refusal {
  return {
    file,
    row,
    column: name,
    cell: null,
    value: null,
    code: 'header.missing',
    reason: `見出し「${name}」の列がありません。`,
    remedy: '様式どおりの列をそろえて出し直してください。',
  }
}
