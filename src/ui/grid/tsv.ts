/**
 * The text a spreadsheet puts on the clipboard: tabs between cells, a line break behind each row, quotes around a cell that
 * holds either. A quote that is never closed, or closed in the middle of a cell, is part of the cell's text.
 * @returns at least one row of at least one cell
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  const body = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  for (;;) {
    const [cell, end] = readCell(body, at)
    row.push(cell)
    if (body[end] !== '\t') {
      rows.push(row)
      row = []
      if (end >= body.length) return rows
    }
    at = end + 1
  }
}

/** The cell that begins at `at`, and the place of the tab, line break or end behind it. */
function readCell(body: string, at: number): [string, number] {
  const close = body[at] === '"' ? closingQuote(body, at + 1) : -1
  if (close >= 0) return [body.slice(at + 1, close).replaceAll('""', '"'), close + 1]
  let end = at
  while (end < body.length && body[end] !== '\t' && body[end] !== '\n') end += 1
  return [body.slice(at, end), end]
}

/** The first quote that is not doubled, when a cell may end behind it; else -1. */
function closingQuote(body: string, from: number): number {
  let at = body.indexOf('"', from)
  while (at >= 0 && body[at + 1] === '"') at = body.indexOf('"', at + 2)
  const isEnd = at + 1 === body.length || body[at + 1] === '\t' || body[at + 1] === '\n'
  return isEnd ? at : -1
}

const written = (cell: string) => {
  const text = cell.replace(/\r\n?/g, '\n')
  return /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The same the other way; line breaks as Windows writes them between rows, bare ones inside cells. */
export const formatTsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(written).join('\t')}\r\n`).join('')
