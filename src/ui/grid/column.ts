/** What became of a text: a value (with the text as it is written from now on, when that differs), or why not, in Japanese. */
export type Parsed<V> = { value: V; text?: string } | { error: string }

export type ChoiceOption = {
  /** what is stored, and what may be typed or pasted: 「1」, 「male」 */
  code: string
  /** what people read: 「男」 */
  label: string
}

/**
 * One column. `parse` sees the text as typed or pasted, blank included, and is pure; what it refuses stays in the cell.
 * Reading the text it gave back must give the same value again.
 */
export type Column<Id extends string = string, V = unknown> = {
  id: Id
  header: string
  parse: (text: string) => Parsed<V>
  /** in rem */
  width: number
  /** numbers and dates stand at the right */
  isRight?: boolean
  /** what may be typed, in one line; shown while the cell is the current one */
  hint?: string
  /** the list that opens while typing */
  options?: readonly ChoiceOption[]
  /** shown, never written: by key, paste or deletion */
  isReadOnly?: boolean
  /** a complete code moves on by itself, so that a row of a paper form is one key an item */
  isOneKey?: boolean
}

export type Columns = readonly Column[]

/** The typed row that a list of columns makes: `RowOf<typeof columns>`. */
export type RowOf<C extends Columns> = {
  [One in C[number] as One['id']]: One extends Column<string, infer V> ? V : never
}

/** Where something is wrong, in words a person finds it by. */
export type GridProblem = {
  /** as printed beside the row, from 1 */
  line: number
  rowKey: number
  /** null: the whole row */
  columnId: string | null
  header: string
  message: string
}

/** What a check of a whole row (or of all rows) complains of. */
export type RowProblem<Id extends string = string> = { columnId: Id | null; message: string }

export type Line<Row> = { line: number; values: Row }

/** Only rows without any problem have values. Blank rows are nowhere. */
export type GridResult<Row> = {
  rows: Line<Row>[]
  problems: GridProblem[]
  /** how many rows have anything in them */
  filledCount: number
}
