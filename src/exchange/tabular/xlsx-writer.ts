import type ExcelJS from 'exceljs'
import { isIsoDate } from '../../platform/calendar/index.ts'

/** text stays text (leading zeros of codes), number can be summed, date is a day `YYYY-MM-DD`. null is a blank cell, never 0. */
export interface SheetColumn {
  heading: string
  kind: 'text' | 'number' | 'date'
  /** in characters of half width; else from the content, 6 to 60 */
  width?: number
  /** of numbers, as Excel writes it; `#,##0` unless said */
  format?: string
  /** for forms to be filled in: the cell offers these, and takes others only after a warning */
  choices?: readonly string[]
}

export interface Sheet {
  name: string
  columns: readonly SheetColumn[]
  rows: Iterable<readonly (string | number | null)[]>
}

export interface XlsxOptions {
  /** lines of a sheet 「出典・注記」 at the end: attribution, conditions, date */
  notes?: readonly string[]
  /** written into the file's properties; from the injected clock */
  createdAt?: Date
}

/**
 * A workbook with real cell types, frozen heading row, filter and widths.
 * @throws RangeError when a value does not fit the kind of its column
 */
export async function writeXlsx(
  sheets: readonly Sheet[],
  { notes = [], createdAt }: XlsxOptions = {},
): Promise<Uint8Array> {
  // loaded when the first workbook is met: a third of the time of a start, for what most starts never need
  const { default: Excel } = await import('exceljs')
  const workbook = new Excel.Workbook()
  workbook.created = createdAt ?? new Date(0)
  workbook.modified = workbook.created
  for (const sheet of sheets) addSheet(workbook, sheet)
  addChoices(workbook, sheets)
  if (notes.length > 0) {
    const sheet = workbook.addWorksheet('出典・注記')
    sheet.getColumn(1).width = 80
    for (const line of notes) sheet.addRow([line]).getCell(1).alignment = { wrapText: true }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function addSheet(workbook: ExcelJS.Workbook, { name, columns, rows }: Sheet): void {
  const sheet = workbook.addWorksheet(sheetName(name), { views: [{ state: 'frozen', ySplit: 1 }] })
  const widths = columns.map(({ heading }) => displayWidth(heading) + 3)
  const heading = sheet.addRow(columns.map((column) => column.heading))
  heading.font = { bold: true }
  for (const row of rows) {
    const line = sheet.addRow(row.map((value, i) => toCell(value, columns[i])))
    columns.forEach((column, i) => {
      line.getCell(i + 1).numFmt = formatOf(column)
      widths[i] = Math.max(widths[i] ?? 0, displayWidth(String(row[i] ?? '')) + 2)
    })
  }
  columns.forEach((column, i) => {
    sheet.getColumn(i + 1).width = column.width ?? Math.min(60, Math.max(6, widths[i] ?? 0))
  })
  if (columns.length > 0)
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } }
}

/** rows below the last one that offer the choices too: room for what will be added */
const ROWS_TO_FILL = 500

/** Lists longer than 255 letters fit no cell's own rule: all stand on a hidden sheet, a column each. */
function addChoices(workbook: ExcelJS.Workbook, sheets: readonly Sheet[]): void {
  const offered = sheets.flatMap(({ columns }, at) =>
    columns.flatMap(({ heading, choices }, column) =>
      choices && choices.length > 0
        ? [{ sheet: workbook.worksheets[at], column: column + 1, heading, choices }]
        : [],
    ),
  )
  if (offered.length === 0) return
  const lists = workbook.addWorksheet('選択肢', { state: 'hidden' })
  offered.forEach(({ sheet, column, heading, choices }, at) => {
    choices.forEach((choice, row) => {
      lists.getCell(row + 1, at + 1).value = choice
    })
    const letter = lists.getColumn(at + 1).letter
    const last = (sheet?.rowCount ?? 0) + ROWS_TO_FILL // a cell that is asked for counts as a row from then on
    for (let row = 2; sheet && row <= last; row += 1) {
      sheet.getCell(row, column).dataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: [`'選択肢'!$${letter}$1:$${letter}$${choices.length}`],
        showErrorMessage: true,
        errorStyle: 'warning',
        errorTitle: heading,
        error: '一覧にない値です。',
      }
    }
  })
}

function toCell(value: string | number | null, column: SheetColumn | undefined): ExcelJS.CellValue {
  if (value === null) return null
  if (column === undefined) throw new RangeError('a row has more cells than columns')
  if (column.kind === 'text') return String(value)
  if (column.kind === 'number' && typeof value === 'number' && Number.isFinite(value)) return value
  if (column.kind === 'date' && typeof value === 'string' && isIsoDate(value))
    return new Date(`${value}T00:00:00Z`)
  throw new RangeError(`column ${column.heading} is a ${column.kind}`)
}

function formatOf({ kind, format }: SheetColumn): string {
  return kind === 'text' ? '@' : kind === 'date' ? 'yyyy/mm/dd' : (format ?? '#,##0')
}

/** Full-width letters count two. */
function displayWidth(text: string): number {
  return [...text].reduce((width, c) => width + ((c.codePointAt(0) ?? 0) > 0xff ? 2 : 1), 0)
}

/** Excel allows 31 letters and none of : \ / ? * [ ] */
function sheetName(name: string): string {
  return [...name.replace(/[:\\/?*[\]]/g, '・')].slice(0, 31).join('') || 'Sheet1'
}
