import type { GridProblem } from './column.ts'

/** Problems of one row, by column; '' is the row itself. */
export type RowMarks = ReadonlyMap<string, string>

/** The sentences that stand against each row and cell. */
export function marksOf(problems: readonly GridProblem[]): ReadonlyMap<number, RowMarks> {
  const marks = new Map<number, Map<string, string>>()
  for (const { rowKey, columnId, message } of problems) {
    const row = marks.get(rowKey) ?? new Map<string, string>()
    const id = columnId ?? ''
    row.set(id, row.has(id) ? `${row.get(id)} ${message}` : message)
    marks.set(rowKey, row)
  }
  return marks
}
