export {
  type Count,
  countAt,
  type FactColumn,
  type FactKey,
  type FactMissing,
  type FactQuery,
  type FactReader,
  type FactUnit,
  factColumns,
  isCount,
  JAPAN,
  LEVELS,
  type Level,
  NATION,
  type NewFacts,
  type NewPlace,
  type Place,
  placesOf,
  prefectureCode,
  putPlaces,
  type ReleaseState,
  readerOf,
  storeFacts,
} from './facts.ts'
export { attributionOf, MISSING_WORDS } from './figures.ts'
export { isHiddenCount } from './guard.ts'
export { measureLabel } from './measure-words.ts'
export { mergeFacts } from './merge-facts.ts'
export { type OwnPlace, ownPlaces, placeByCode } from './own-places.ts'
export { refreshFacts } from './refresh-facts.ts'
export { cellKey, keysOf } from './rules/count-table.ts'
export { suppress } from './rules/suppress.ts'
export {
  AGES,
  HOUSEHOLDS,
  hiddenOn,
  ROOT,
  type Thresholds,
  TOWN_MEASURES,
  thresholdsOn,
  townCounts,
} from './small-counts.ts'
