import type { Range } from './sheet.ts'

export type Place = { row: number; column: number }

/** The current cell, the opposite corner of what is selected, and the column where Tab began, to which Enter returns. */
export type Selection = { active: Place; head: Place; tabFrom: number | null }

export type Size = { rows: number; columns: number; page: number }

export type Move =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'row-start'
  | 'row-end'
  | 'first'
  | 'last'
  | 'top'
  | 'bottom'
  | 'page-up'
  | 'page-down'

const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value))

const inside = ({ row, column }: Place, size: Size): Place => ({
  row: within(row, size.rows),
  column: within(column, size.columns),
})

export const at = (place: Place): Selection => ({ active: place, head: place, tabFrom: null })

export const rangeOf = ({ active, head }: Selection): Range => ({
  top: Math.min(active.row, head.row),
  left: Math.min(active.column, head.column),
  bottom: Math.max(active.row, head.row),
  right: Math.max(active.column, head.column),
})

/** The place a movement ends at, never outside the sheet. */
export function moved(from: Place, move: Move, size: Size): Place {
  const { row, column } = from
  const to: Record<Move, Place> = {
    up: { row: row - 1, column },
    down: { row: row + 1, column },
    left: { row, column: column - 1 },
    right: { row, column: column + 1 },
    'row-start': { row, column: 0 },
    'row-end': { row, column: size.columns - 1 },
    first: { row: 0, column: 0 },
    last: { row: size.rows - 1, column: size.columns - 1 },
    top: { row: 0, column },
    bottom: { row: size.rows - 1, column },
    'page-up': { row: row - size.page, column },
    'page-down': { row: row + size.page, column },
  }
  return inside(to[move], size)
}

/** Tab: the next cell, from the last of a row to the first of the next. Null behind the very last (or before the first). */
export function tabbed({ row, column }: Place, step: 1 | -1, size: Size): Place | null {
  const next = row * size.columns + column + step
  if (next < 0 || next >= size.rows * size.columns) return null
  return { row: Math.floor(next / size.columns), column: next % size.columns }
}

/** The same selection in a sheet that became smaller. */
export const clipped = ({ active, head, tabFrom }: Selection, size: Size): Selection => ({
  active: inside(active, size),
  head: inside(head, size),
  tabFrom,
})
