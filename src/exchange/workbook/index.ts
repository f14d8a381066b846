export { type Bound, type Carried, carryOver, type NewCell, newCells } from './carry.ts'
export {
  type CellWrite,
  type CheckedWrite,
  checkWrite,
  fillWorkbook,
  type Remark,
  type Stays,
} from './fill.ts'
export { hasYear, headerKey, type YearMode } from './header-key.ts'
export { type Heading, type HeadingReader, type Place, readHeadings } from './headings.ts'
export { openForm, type Workbook, type WorkbookNote, workbookLimits } from './package.ts'
export { addressOf, type CellAt, keyOf, parseCell, type Range } from './reference.ts'
export {
  type Candidate,
  type Difference,
  type FormReading,
  openCells,
  type Resolution,
  resolvePlace,
} from './resolve.ts'
export { cellOf, type Sheet, type SheetCell } from './sheet.ts'
