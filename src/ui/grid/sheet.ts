import type { Column, Columns, Parsed } from './column.ts'

/** One row: the texts as they stand in the cells, and what was read of them. Never changed, only replaced. */
export type SheetRow = {
  /** stays with the row while others come and go */
  key: number
  texts: readonly string[]
  readings: readonly Parsed<unknown>[]
  isBlank: boolean
}
export type Sheet = { rows: readonly SheetRow[]; nextKey: number }

/** A rectangle of cells, both ends inside it, in places of rows and columns from 0. */
export type Range = { top: number; left: number; bottom: number; right: number }

type Cell = { text: string; reading: Parsed<unknown> }

/** Readings are pure, and lists repeat themselves: the same text in the same column is read once. */
const known = new WeakMap<Column, Map<string, Cell>>()
const KEPT = 20_000

function readCell(column: Column, typed: string): Cell {
  let cells = known.get(column)
  if (!cells || cells.size > KEPT) {
    cells = new Map()
    known.set(column, cells)
  }
  const before = cells.get(typed)
  if (before) return before
  const reading = column.parse(typed)
  const cell = { text: 'value' in reading ? (reading.text ?? typed) : typed, reading }
  cells.set(typed, cell)
  return cell
}

function rowOf(columns: Columns, key: number, typed: readonly string[]): SheetRow {
  const cells = columns.map((column, index) => readCell(column, typed[index] ?? ''))
  const texts = cells.map(({ text }) => text)
  return {
    key,
    texts,
    readings: cells.map(({ reading }) => reading),
    isBlank: texts.every((text) => text === ''),
  }
}

export function sheetOf(columns: Columns, texts: readonly (readonly string[])[], minRows: number): Sheet {
  return withRows(
    columns,
    { rows: texts.map((row, index) => rowOf(columns, index, row)), nextKey: texts.length },
    minRows,
  )
}

/** The same sheet with at least so many rows; the new ones are blank. */
export function withRows(columns: Columns, sheet: Sheet, count: number): Sheet {
  const lacking = count - sheet.rows.length
  if (lacking <= 0) return sheet
  const blank = rowOf(columns, 0, [])
  const added = Array.from({ length: lacking }, (_, index) => ({ ...blank, key: sheet.nextKey + index }))
  return { rows: [...sheet.rows, ...added], nextKey: sheet.nextKey + lacking }
}

/** Writes texts into a rectangle beginning at (top, left); read-only columns keep theirs, what is outside is not written. */
export function writeBlock(
  columns: Columns,
  sheet: Sheet,
  top: number,
  left: number,
  block: readonly (readonly string[])[],
): Sheet {
  const rows = sheet.rows.slice()
  let isChanged = false
  block.forEach((line, down) => {
    const row = rows[top + down]
    if (!row) return
    const texts = row.texts.slice()
    line.forEach((text, right) => {
      const column = columns[left + right]
      if (column && !column.isReadOnly) texts[left + right] = text
    })
    if (texts.every((text, index) => text === row.texts[index])) return
    rows[top + down] = rowOf(columns, row.key, texts)
    isChanged = true
  })
  return isChanged ? { ...sheet, rows } : sheet
}

/** The texts of a rectangle. */
export const textsOf = (sheet: Sheet, { top, left, bottom, right }: Range): string[][] =>
  sheet.rows.slice(top, bottom + 1).map(({ texts }) => texts.slice(left, right + 1))

/** A block of one text, as large as a rectangle: to clear it or to fill it. */
export const filled = ({ top, left, bottom, right }: Range, text: string): string[][] =>
  Array.from({ length: bottom - top + 1 }, () => Array.from({ length: right - left + 1 }, () => text))

/** Without the rows from `from` to `to`. */
export const withoutRows = (sheet: Sheet, from: number, to: number): Sheet => ({
  ...sheet,
  rows: sheet.rows.filter((_, index) => index < from || index > to),
})
