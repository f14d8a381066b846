export * from './mapping.ts'
export { headingOf, headingsOf, likelyHeaderRow, topOf } from './opened.ts'
export { type Period, readPeriod } from './period.ts'
export { type LeftOut, type MappedFigure, readMappedFigures } from './read.ts'
