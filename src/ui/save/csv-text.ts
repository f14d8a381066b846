import { csvSafe } from '../../platform/text/index.ts'

const quoted = (cell: string) => (/[",\r\n\t]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** One CSV file with its byte order mark. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map((cell) => quoted(csvSafe(cell))).join(',')}\r\n`).join('')}`
