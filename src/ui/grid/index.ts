export type {
  ChoiceOption,
  Column,
  Columns,
  GridProblem,
  GridResult,
  Line,
  Parsed,
  RowOf,
  RowProblem,
} from './column.ts'
export { choiceColumn, dateColumn, integerColumn, textColumn } from './columns.ts'
export { DataGrid, type DataGridProps } from './data-grid.tsx'
export type { Echo } from './echo.ts'
export { noRepeats } from './result.ts'
export type { SheetRow } from './sheet.ts'
export { formatTsv, parseTsv } from './tsv.ts'
export { createGrid, type Grid, type GridOptions, useGrid, useGridResult } from './use-grid.ts'
