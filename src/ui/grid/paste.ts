import type { Columns } from './column.ts'
import { filled, type Range, type Sheet, withRows, writeBlock } from './sheet.ts'

export type PasteReport = {
  sheet: Sheet
  /** what was written to; null when nothing was */
  range: Range | null
  /** what happened, in sentences */
  said: string
}

type Limits = { columns: Columns; maxRows: number }

const count = (value: number) => value.toLocaleString('ja-JP')

/**
 * Writes a block at the top left of what is selected. One cell fills the whole selection. Rows that the sheet lacks are
 * added; columns that it lacks are left out and named; a first row that repeats the headings is left out and named.
 * More rows than the sheet may have: nothing is written.
 */
export function pasteInto(
  limits: Limits,
  sheet: Sheet,
  { top, left, bottom, right }: Range,
  given: readonly (readonly string[])[],
): PasteReport {
  const isFill = given.length === 1 && given[0]?.length === 1
  const hasHeads = !isFill && repeatsHeads(limits.columns, left, given[0] ?? [])
  const block = isFill
    ? filled({ top, left, bottom, right }, given[0]![0]!)
    : hasHeads
      ? given.slice(1)
      : given
  const needed = top + block.length
  if (needed > limits.maxRows) {
    const most = count(limits.maxRows)
    return {
      sheet,
      range: null,
      said: `貼り付けると${count(needed)}行になります。${most}行までなので、何も変えていません。分けて貼り付けてください。`,
    }
  }
  const width = Math.max(0, ...block.map((row) => row.length)) // not spread over cells, only over rows
  const fits = Math.min(width, limits.columns.length - left)
  const grown = withRows(limits.columns, sheet, needed)
  const range = { top, left, bottom: Math.max(top, needed - 1), right: left + Math.max(1, fits) - 1 }
  const said = [
    `${count(block.length)}行×${count(fits)}列を貼り付けました。`,
    hasHeads ? '見出しの行は除きました。' : '',
    width > fits ? `右の${count(width - fits)}列は、表に列がないので貼り付けていません。` : '',
    ...keptColumns(limits.columns.slice(left, left + fits)),
  ].join('')
  return { sheet: writeBlock(limits.columns, grown, top, left, block), range, said }
}

const repeatsHeads = (columns: Columns, left: number, row: readonly string[]) =>
  row.length > 1 && row.every((text, index) => text.trim() === columns[left + index]?.header)

const keptColumns = (columns: Columns) =>
  columns
    .filter(({ isReadOnly }) => isReadOnly)
    .map(({ header }) => `「${header}」は表示だけの列なので、変えていません。`)
