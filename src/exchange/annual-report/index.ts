export { fiscalYearOfName } from './fiscal-year.ts'
export {
  type AnnualCount,
  type AnnualGroup,
  type AnnualRow,
  type AnnualTable,
  CERTIFIED_GROUPS,
  type CertifiedGroup,
  type Column,
  LAYOUTS,
} from './layout.ts'
export { prefectureNumbers } from './prefectures.ts'
export { type AnnualReportOptions, readAnnualReport } from './read.ts'
