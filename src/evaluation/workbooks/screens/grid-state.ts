import type { SheetWindow } from './api.ts'

export interface At {
  row: number
  column: number
}
type Range = SheetWindow['window']
export interface DrawnCell extends At {
  rowSpan: number
  columnSpan: number
  cell: SheetWindow['cells'][number] | undefined
}
export interface DrawnRow {
  row: number
  isHidden: boolean
  cells: DrawnCell[]
}

/** The window as rows of a table: a merged range is one cell, what it covers is not drawn. */
export function drawnRows({ window, merges, cells, hiddenRows }: SheetWindow): DrawnRow[] {
  const byPlace = new Map(cells.map((cell) => [placeKey(cell), cell]))
  const merged = new Map<string, Range>()
  for (const merge of merges) {
    const { top, left, bottom, right } = within(merge, window)
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) merged.set(placeKey({ row, column }), merge)
  }
  const rows: DrawnRow[] = []
  for (let row = window.top; row <= window.bottom; row++) {
    const drawn: DrawnCell[] = []
    for (let column = window.left; column <= window.right; column++) {
      const merge = merged.get(placeKey({ row, column }))
      const seen = merge && within(merge, window)
      if (seen && (seen.top !== row || seen.left !== column)) continue
      drawn.push({
        row,
        column,
        rowSpan: seen ? seen.bottom - seen.top + 1 : 1,
        columnSpan: seen ? seen.right - seen.left + 1 : 1,
        cell: byPlace.get(placeKey(merge ? { row: merge.top, column: merge.left } : { row, column })),
      })
    }
    rows.push({ row, isHidden: hiddenRows.includes(row), cells: drawn })
  }
  return rows
}

export const placeKey = ({ row, column }: At): string => `${row}:${column}`

const within = (a: Range, b: Range): Range => ({
  top: Math.max(a.top, b.top),
  left: Math.max(a.left, b.left),
  bottom: Math.min(a.bottom, b.bottom),
  right: Math.min(a.right, b.right),
})

/** The cell that is drawn where `at` lies: of a merged range its first in the window. */
export function drawnAt({ window, merges }: Pick<SheetWindow, 'window' | 'merges'>, at: At): At {
  const row = Math.min(window.bottom, Math.max(window.top, at.row))
  const column = Math.min(window.right, Math.max(window.left, at.column))
  const merge = merges.find(
    ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
  )
  if (!merge) return { row, column }
  const seen = within(merge, window)
  return { row: seen.top, column: seen.left }
}

const PAGE = 15

/** Where a key leads; null: not a key of the table. A merged range is left at its edge. */
export function moved(
  sheet: Pick<SheetWindow, 'window' | 'merges'>,
  at: At,
  key: string,
  isControl: boolean,
): At | null {
  const { window, merges } = sheet
  const merge = merges.find(({ top, left }) => top === at.row && left === at.column)
  const bottom = merge?.bottom ?? at.row
  const right = merge?.right ?? at.column
  const to: Record<string, At> = {
    ArrowUp: { ...at, row: at.row - 1 },
    ArrowDown: { ...at, row: bottom + 1 },
    ArrowLeft: { ...at, column: at.column - 1 },
    ArrowRight: { ...at, column: right + 1 },
    PageUp: { ...at, row: at.row - PAGE },
    PageDown: { ...at, row: at.row + PAGE },
    Home: { row: isControl ? window.top : at.row, column: window.left },
    End: { row: isControl ? window.bottom : at.row, column: window.right },
  }
  const next = to[key]
  return next ? drawnAt(sheet, next) : null
}

/** A, Z, AA for 0, 25, 26. */
export function letters(column: number): string {
  let text = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    text = String.fromCharCode(65 + ((n - 1) % 26)) + text
  return text
}
