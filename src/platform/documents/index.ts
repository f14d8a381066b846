export { DocumentError, pdf } from './pdf.ts'
export { answerFile, type TableFile, type TableFormat, tableFile } from './table-file.ts'
