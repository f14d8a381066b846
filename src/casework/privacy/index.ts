export {
  isIndividualNumberColumn,
  type ScreenResult,
  screenFields,
  screenForIndividualNumber,
} from './individual-number.ts'
