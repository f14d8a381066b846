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
export { type OwnPlace, ownPlaces, placeByCode } from './own-places.ts'
export { refreshFacts } from './refresh-facts.ts'
