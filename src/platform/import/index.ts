export { checksumsOf } from './files.ts'
export type { Counts, ImportContext, ImportKind, Notice, ReadItem, StageColumn, StageValue } from './kind.ts'
export { runRows } from './rows.ts'
export { type Difference, type ImportReport, type ImportRun, runImport } from './run.ts'
