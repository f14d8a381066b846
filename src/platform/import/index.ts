export type { ImportContext, ImportKind, ReadItem, StageValue } from './kind.ts'
export { type ImportReport, type ImportRun, runImport } from './run.ts'
