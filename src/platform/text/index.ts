export {
  characterValue,
  corporateCheckDigit,
  localGovernmentCheckDigit,
  modulus10CheckDigit,
} from './check-digits.ts'
export { cleanCode, cleanLine, cleanText, csvSafe } from './clean.ts'
export { deletionNeighbours, foldDigits, foldKana, foldName } from './fold.ts'
export { foldAddress } from './fold-address.ts'
export { findIndividualNumbers, hasIndividualNumberCheckDigit, type Span } from './individual-number.ts'
export { scalarText, type ValueTable, valueTable, valueText } from './value-text.ts'
