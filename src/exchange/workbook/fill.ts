import type { Workbook } from './package.ts'
import { xmlText } from './package.ts'
import { recomputeOnOpen } from './recompute.ts'
import { type CellAt, contains, type Range } from './reference.ts'
import { brokenRule } from './rules-of-cells.ts'
import { cellOf, type Sheet } from './sheet.ts'
import { writeCells } from './write-cells.ts'
import { contentOf, withContent, writeZip } from './zip.ts'

/** A value for a cell: a number goes in as a number, a text as a text of its own. */
export interface CellWrite extends CellAt {
  sheet: string
  value: number | string
}

/** Why a cell stays as it is. */
export type Stays =
  | 'no-such-sheet'
  | 'formula'
  | 'computed-range'
  | 'locked'
  | 'date-cell'
  | 'rule-broken'
  | 'holds-words'
/** What has to be said of a cell that is filled. */
export type Remark = 'merged' | 'percent' | 'text-format' | 'replaces' | 'hidden'

export interface CheckedWrite extends CellWrite {
  /** what stood there */
  before: string
  stays: Stays | null
  remarks: Remark[]
}

/** What writing the value would meet; a merged range is written at its top left cell. */
export function checkWrite({ sheets }: Pick<Workbook, 'sheets'>, write: CellWrite): CheckedWrite {
  const sheet = sheets.find(({ name }) => name === write.sheet)
  if (!sheet) return { ...write, before: '', stays: 'no-such-sheet', remarks: [] }
  const merge = sheet.merges.find((range) => contains(range, write))
  const at = merge ? { row: merge.top, column: merge.left } : { row: write.row, column: write.column }
  const cell = cellOf(sheet, at)
  const value = storedValue(write.value, cell?.style.kind === 'percent')
  const remarks: Remark[] = []
  if (merge) remarks.push('merged')
  if (cell?.style.kind === 'percent') remarks.push('percent')
  if (cell?.style.kind === 'text' && typeof value === 'number') remarks.push('text-format')
  if (cell && cell.kind !== 'blank') remarks.push('replaces')
  if (isHidden(sheet, at)) remarks.push('hidden')
  return {
    ...write,
    ...at,
    value,
    before: cell?.text ?? '',
    stays: staysBecause(sheet, at, value),
    remarks,
  }
}

/** 21.7 % stands in a cell of percent as 0.217, without the digits that binary division adds. */
const storedValue = (value: number | string, isPercent: boolean): number | string =>
  isPercent && typeof value === 'number' ? Number((value / 100).toPrecision(15)) : value

function staysBecause(sheet: Sheet, at: CellAt, value: number | string): Stays | null {
  const cell = cellOf(sheet, at)
  if (cell && cell.formula !== null) return 'formula'
  if (sheet.computed.some((range) => contains(range, at))) return 'computed-range'
  if (sheet.isProtected && (cell?.style.isLocked ?? true)) return 'locked'
  if (cell?.style.kind === 'date' && typeof value === 'number') return 'date-cell'
  if (cell?.kind === 'text' && !isPlaceholder(cell.text)) return 'holds-words'
  return brokenRule(sheet.rules, at, value)?.isStrict ? 'rule-broken' : null
}

/** Marks that stand where a figure is to come. */
export const isPlaceholder = (text: string): boolean => /^[\s\-‐－―ー–—…・.*＊○〇●＿_（）()]*$/.test(text)

function isHidden({ state, hiddenRows, hiddenColumns }: Sheet, at: CellAt): boolean {
  const isIn = (range: Range) => at.column >= range.left && at.column <= range.right
  return state !== 'visible' || hiddenRows.has(at.row) || hiddenColumns.some(isIn)
}

/**
 * Writes values into the cells and touches nothing else: of a sheet only these cells, of the workbook only the order to compute
 * all formulas when it is opened. Until then formulas show what they showed before. Every other part leaves as it came, byte for byte.
 * @param writes each already checked: one that has to stay is a mistake of the caller
 * @throws RangeError for such a cell, or two values for one cell
 */
export function fillWorkbook(workbook: Workbook, writes: readonly CellWrite[]): Uint8Array<ArrayBuffer> {
  const checked = writes.map((write) => checkWrite(workbook, write))
  const wrong = checked.find(({ stays }) => stays !== null)
  if (wrong) throw new RangeError(`${wrong.sheet} row ${wrong.row}: ${wrong.stays}`)
  const bySheet = Map.groupBy(checked, ({ sheet }) => sheet)
  const changed = new Map<string, (xml: string) => string>([[workbook.workbookPart, recomputeOnOpen]])
  workbook.sheets.forEach(({ name }, at) => {
    const cells = bySheet.get(name)
    const part = workbook.sheetParts[at]
    if (cells && part !== undefined) changed.set(part, (xml) => writeCells(xml, cells))
  })
  const byPart = new Map([...changed].map(([path, change]) => [path.toLowerCase(), change]))
  return writeZip(
    workbook.parts.map((part) => {
      const change = byPart.get(part.name.toLowerCase())
      return change ? withContent(part, Buffer.from(change(xmlText(contentOf(part))), 'utf8')) : part
    }),
  )
}
