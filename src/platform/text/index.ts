export { cleanCode, cleanLine, cleanText, csvSafe } from './clean.ts'
export { deletionNeighbours, foldDigits, foldKana, foldName } from './fold.ts'
export { foldAddress } from './fold-address.ts'
