export { codeReadings, readCode } from './code.ts'
export { CHANGE_HEADINGS, type Confidence, type MunicipalityKind, type MunicipalityRow } from './layout.ts'
export { prefectureCode, prefectureNames, prefectureNumber } from './prefectures.ts'
export { readMunicipalityCodes } from './read.ts'
