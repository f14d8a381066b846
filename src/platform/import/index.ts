export { attributionLine, attributionOf, type StatedAttribution } from './attribution.ts'
export { checksumsOf } from './files.ts'
export { findImportKinds } from './find.ts'
export { lockReference } from './history/record.ts'
export type {
  AfterImport,
  Counts,
  ImportContext,
  ImportKind,
  Notice,
  ReadItem,
  ReadItems,
  StageColumn,
  StageValue,
} from './kind.ts'
export { type PublishedFile, storeRelease } from './release.ts'
export { runRows } from './rows.ts'
export { type Difference, type ImportReport, type ImportRun, runImport } from './run.ts'
