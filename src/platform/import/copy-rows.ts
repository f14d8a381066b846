import type { StageValue } from './kind.ts'

/** Control characters that no text has, so that whole rows are joined at once; a value that has one is escaped like any other. */
const BETWEEN = '\u001F'
const NULL = '\u001E'
/** COPY's text format with them. */
export const COPY_FORMAT = `delimiter E'\\x1f', null E'\\x1e'`

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  [BETWEEN]: `\\${BETWEEN}`,
  [NULL]: '\\x1e',
}
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones
const SPECIAL = /[\\\n\r\u001E\u001F]/g

/**
 * Rows on their way into COPY. Twenty million values are too many to look into one by one: rows are joined as they are, and only
 * where the text of many shows that a value holds something special are they written again, value by value.
 */
export class CopyRows {
  #rows: (readonly StageValue[])[] = []
  #numbers: number[] = []

  get length(): number {
    return this.#rows.length
  }

  add(values: readonly StageValue[], rowNumber: number): void {
    this.#rows.push(values)
    this.#numbers.push(rowNumber)
  }

  /** @returns the text of all rows added since, with the number of each as its last column */
  take(): Buffer {
    const rows = this.#rows
    const numbers = this.#numbers
    this.#rows = []
    this.#numbers = []
    const text = joined(rows, numbers, plainRow)
    return Buffer.from(isClean(text, rows) ? text : joined(rows, numbers, escapedRow))
  }
}

const joined = (
  rows: (readonly StageValue[])[],
  numbers: number[],
  write: (row: readonly StageValue[]) => string,
): string => `${rows.map((row, at) => `${write(row)}${BETWEEN}${numbers[at]}`).join('\n')}\n`

/**
 * Nothing to escape: neither backslash nor return, not one line end more than there are rows, no value that would be taken for null.
 * A separator inside a value is not looked for: the row has a column too many then, and the database refuses it.
 */
function isClean(text: string, rows: readonly (readonly StageValue[])[]): boolean {
  if (/[\\\r]/.test(text) || text.split('\n').length !== rows.length + 1) return false
  return !text.includes(NULL) || !rows.some((row) => row.includes(NULL))
}

/** join writes numbers and booleans as COPY reads them, and null as nothing: rows with null or lists take the longer way. */
function plainRow(row: readonly StageValue[]): string {
  for (let at = 0; at < row.length; at++) {
    const value = row[at]
    if (typeof value === 'object') return row.map((one) => plainValue(one!)).join(BETWEEN)
  }
  return row.join(BETWEEN)
}

const plainValue = (value: StageValue): string | number | boolean => {
  if (value === null) return NULL
  return typeof value === 'object' ? `{${value.map((one) => one ?? 'NULL').join(',')}}` : value
}

const escapedRow = (row: readonly StageValue[]): string =>
  row
    .map((value) =>
      typeof value === 'string'
        ? value.replace(SPECIAL, (found) => ESCAPES[found] ?? found)
        : plainValue(value),
    )
    .join(BETWEEN)
