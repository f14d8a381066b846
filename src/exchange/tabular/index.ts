export { readCapacity, readNumber, readYen } from './amounts.ts'
export { type ColumnNames, mapColumns, refuseCell, surplusCells } from './columns.ts'
export { type Point, readCoordinates, readPoint } from './coordinates.ts'
export { encodeCp932, mappingTraps } from './cp932.ts'
export { type CsvOptions, csvBytes, UnencodableCharacter, writeCsv } from './csv-writer.ts'
export type { TextEncodingName } from './encoding.ts'
export { type FirstRows, readFirstRows } from './first-rows.ts'
export { type OfficeNumber, readIdentifier, readMunicipalityCode, readOfficeNumber } from './identifiers.ts'
export {
  collectItems,
  type Item,
  type LayoutFile,
  type LayoutOptions,
  type RowReader,
  readLayout,
  refusedFile,
} from './layout.ts'
export type { Limits } from './limits.ts'
export { type Mark, readMark } from './marks.ts'
export {
  type Attribution,
  damagedCells,
  type ReadOptions,
  readTabular,
  type Table,
  type TabularRow,
} from './read-tabular.ts'
export { openSheets } from './read-xlsx.ts'
export { cellAddress, columnLetters, fileRefusal, type Refusal, TabularRefused } from './refusal.ts'
export { RowCells } from './row-cells.ts'
export type { TabularSource } from './source.ts'
export { readTelephone, type Telephone } from './telephones.ts'
export {
  beginsWithPrefecture,
  foldHeading,
  isTotalName,
  isUnitName,
  readLine,
  readLines,
  unpadded,
} from './texts.ts'
export { readTime, type TimeOfDay } from './times.ts'
export { type CellValue, lostDigits, type Missing, missing, readCount, readDay } from './values.ts'
export { type Sheet, type SheetColumn, writeXlsx, type XlsxOptions } from './xlsx-writer.ts'
