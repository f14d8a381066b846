import {
  addressOf,
  type Candidate,
  type CellAt,
  cellOf,
  checkWrite,
  type HeadingReader,
  hasYear,
  keyOf,
  type Place,
  type Range,
  resolvePlace,
  type Sheet,
  type Workbook,
} from '../../exchange/workbook/index.ts'
import type { Work } from '../../platform/database/work.ts'
import { notFound } from '../../platform/errors/index.ts'
import { formRow, openedForm } from './opened.ts'
import type { CellBody, CellPlace, SheetWindow } from './schema.ts'
import { REMARK_WORDS, STAYS_WORDS } from './words.ts'

/** rows and columns that a screen gets at once */
const WINDOW = { rows: 200, columns: 60 }
const USUAL_WIDTH = 9

/** A sheet and the cell of it that would be written. @throws 404 */
export function cellAt(
  { sheets }: Workbook,
  headings: readonly HeadingReader[],
  { sheet: index, row, column }: CellBody,
): { sheet: Sheet; reader: HeadingReader; anchor: CellAt } {
  const sheet = sheets[index]
  const reader = headings[index]
  if (!sheet || !reader) throw notFound()
  return { sheet, reader, anchor: reader.anchorOf({ row, column }) }
}

/** A part of a sheet, for the screen. @throws 404 */
export async function sheetWindow(
  work: Work,
  formId: string,
  index: number,
  from: { top: number; left: number },
): Promise<SheetWindow> {
  const { insurerId } = work.actor
  work.about('workbook-form', formId, { sheet: index })
  const { workbook } = await work.read(async (tx) =>
    openedForm(tx, insurerId, await formRow(tx, insurerId, formId)),
  )
  const sheet = workbook.sheets[index]
  if (!sheet) throw notFound()
  const used = sheet.used ?? { top: 1, left: 0, bottom: 1, right: 0 }
  const window = {
    top: from.top,
    left: from.left,
    bottom: Math.min(used.bottom + 1, from.top + WINDOW.rows - 1),
    right: Math.min(used.right + 1, from.left + WINDOW.columns - 1),
  }
  const columns = Array.from(
    { length: Math.max(0, window.right - window.left + 1) },
    (_, at) => window.left + at,
  )
  return {
    name: sheet.name,
    used: sheet.used,
    window,
    merges: sheet.merges.filter((merge) => touches(merge, window)),
    widths: columns.map((column) => Math.min(60, Math.max(3, sheet.widths[column] ?? USUAL_WIDTH))),
    hiddenRows: [...sheet.hiddenRows].filter((row) => row >= window.top && row <= window.bottom),
    hiddenColumns: columns.filter((column) =>
      sheet.hiddenColumns.some(({ left, right }) => column >= left && column <= right),
    ),
    cells: cellsIn(sheet, window),
  }
}

const touches = (a: Range, b: Range): boolean =>
  a.top <= b.bottom && a.bottom >= b.top && a.left <= b.right && a.right >= b.left

function cellsIn(sheet: Sheet, window: Range): SheetWindow['cells'] {
  const cells: SheetWindow['cells'] = []
  for (let row = window.top; row <= window.bottom; row++)
    for (let column = window.left; column <= window.right; column++) {
      const cell = sheet.cells.get(keyOf({ row, column }))
      if (!cell) continue
      const { text, kind, formula, style } = cell
      const isLocked = sheet.isProtected && style.isLocked
      cells.push({
        row,
        column,
        text: text.slice(0, 500),
        kind,
        isFormula: formula !== null,
        isLocked,
        hasBorder: style.hasBorder,
      })
    }
  return cells
}

/** Cells of the same form that no heading tells apart. */
function alikeIn(place: Place, fiscalYear: number, sheets: readonly HeadingReader[]): Candidate[] {
  const found = resolvePlace(place, { fiscalYear, years: 'relative' }, { fiscalYear, sheets })
  return found.outcome === 'several' ? found.candidates : []
}

/** What a cell is called by its headings, and what writing a number into it would meet. @throws 404 */
export async function placeOfCell(work: Work, formId: string, body: CellBody): Promise<CellPlace> {
  const { insurerId } = work.actor
  work.about('workbook-form', formId)
  const { form, opened } = await work.read(async (tx) => {
    const row = await formRow(tx, insurerId, formId)
    return { form: row, opened: await openedForm(tx, insurerId, row) }
  })
  const { workbook, headings } = opened
  const { sheet, reader, anchor } = cellAt(workbook, headings, body)
  const place = reader.placeOf(anchor)
  const cell = cellOf(sheet, anchor)
  const check = checkWrite(workbook, { sheet: sheet.name, ...anchor, value: 0 })
  const { fiscalYear } = form
  const others = check.stays ? [] : alikeIn(place, fiscalYear, headings)
  return {
    sheet: sheet.name,
    ...anchor,
    address: addressOf(anchor),
    place,
    text: cell?.text ?? '',
    formula: cell?.formula ?? null,
    stays: check.stays && check.stays !== 'rule-broken' ? STAYS_WORDS[check.stays] : null,
    remarks: check.remarks.map((remark) => REMARK_WORDS[remark]),
    alike: others
      .filter(({ row, column }) => row !== anchor.row || column !== anchor.column)
      .map((one) => addressOf(one)),
    hasYear: [...place.rowPath, ...place.columnPath].some(hasYear),
  }
}
