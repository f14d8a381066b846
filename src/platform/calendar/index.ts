export { ageOn, ageYears, attainsAgeOn } from './age.ts'
export {
  addDays,
  type CivilDate,
  dayOfWeek,
  daysBetween,
  daysInMonth,
  fromIso,
  type IsoDate,
  isIsoDate,
  isLeapYear,
  toIso,
} from './civil.ts'
export { type DateStyle, type Era, eraOf, eras, formatDate, formatEraYear } from './era.ts'
export {
  type FiscalYear,
  fiscalYear,
  fiscalYearEnd,
  fiscalYearOf,
  fiscalYearStart,
  formatFiscalYear,
} from './fiscal-year.ts'
export {
  type DateCode,
  type DateLimits,
  type DateResult,
  type PartialDate,
  parseDate,
  parseYear,
  type YearResult,
} from './wareki.ts'
