import type { Columns, GridProblem, GridResult, Line, RowProblem } from './column.ts'
import type { SheetRow } from './sheet.ts'
import type { Refusal } from './state.ts'

/** `Row` is what the columns make; the hook knows that they do. */
export type Checks<Row> = {
  /** what no single cell can see; asked only when every cell of the row could be read */
  validateRow?: (values: Row) => readonly RowProblem[]
  /** what no single row can see (the same number twice); asked with all rows that could be read */
  validateRows?: (rows: readonly Line<Row>[]) => readonly (RowProblem & { line: number })[]
}

type Found = { columnId: string | null; message: string }

/** Reads a whole sheet, row by row; a row that did not change is not read again. */
export function createReader<Row>(columns: Columns, checks: Checks<Row>) {
  const rowsKnown = new WeakMap<SheetRow, { values: Row | null; found: readonly Found[] }>()

  const readRow = (row: SheetRow) => {
    const before = rowsKnown.get(row)
    if (before) return before
    const cells = columns.flatMap(({ id }, index): Found[] => {
      const reading = row.readings[index]!
      return 'error' in reading ? [{ columnId: id, message: reading.error }] : []
    })
    const values = cells.length > 0 ? null : valuesOf<Row>(columns, row)
    const found = values === null ? cells : (checks.validateRow?.(values) ?? [])
    const read = { values: found.length > 0 ? null : values, found }
    rowsKnown.set(row, read)
    return read
  }

  return (rows: readonly SheetRow[], refusals: readonly Refusal[]): GridResult<Row> => {
    const refused = stillRefused(columns, rows, refusals)
    const good: Line<Row>[] = []
    const problems: GridProblem[] = []
    let filledCount = 0
    const add = (line: number, rowKey: number, { columnId, message }: Found) => {
      const header = columns.find(({ id }) => id === columnId)?.header ?? ''
      problems.push({ line, rowKey, columnId, header, message })
    }
    rows.forEach((row, index) => {
      if (row.isBlank) return
      filledCount += 1
      const { values, found } = readRow(row)
      const all = [...found, ...(refused.get(row.key) ?? [])]
      for (const one of all) add(index + 1, row.key, one)
      if (values !== null && all.length === 0) good.push({ line: index + 1, values })
    })
    const across = checks.validateRows?.(good) ?? []
    for (const one of across) add(one.line, rows[one.line - 1]!.key, one)
    const bad = new Set(across.map(({ line }) => line))
    problems.sort((a, b) => a.line - b.line)
    return { rows: bad.size === 0 ? good : good.filter(({ line }) => !bad.has(line)), problems, filledCount }
  }
}

/** The one place where the erased columns become the caller's row again: each value was made by its own column. */
const valuesOf = <Row>(columns: Columns, row: SheetRow): Row =>
  Object.fromEntries(
    columns.map(({ id }, index) => {
      const reading = row.readings[index]!
      return [id, 'value' in reading ? reading.value : null]
    }),
  ) as Row

function stillRefused(columns: Columns, rows: readonly SheetRow[], refusals: readonly Refusal[]) {
  const byRow = new Map<number, Found[]>()
  if (refusals.length === 0) return byRow
  const rowOf = new Map(rows.map((row) => [row.key, row]))
  for (const { rowKey, columnId, text, message } of refusals) {
    const at = columns.findIndex(({ id }) => id === columnId)
    if (rowOf.get(rowKey)?.texts[at] !== text) continue
    byRow.set(rowKey, [...(byRow.get(rowKey) ?? []), { columnId, message }])
  }
  return byRow
}

/** A check for `validateRows`: no two rows with the same value in a column; blank (null) never counts. */
export function noRepeats<Id extends string>(columnId: Id, sentence: (firstLine: number) => string) {
  return (rows: readonly Line<Record<Id, unknown>>[]): { line: number; columnId: Id; message: string }[] => {
    const first = new Map<unknown, number>()
    return rows.flatMap(({ line, values }) => {
      const value = values[columnId]
      const before = value === null || value === '' ? undefined : first.get(value)
      if (before !== undefined) return [{ line, columnId, message: sentence(before) }]
      first.set(value, line)
      return []
    })
  }
}
