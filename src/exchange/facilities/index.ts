export { knownCategories } from './categories.ts'
export {
  type Facility,
  type FacilityField,
  facilityFields,
  fieldLabels,
  guessField,
  headingKey,
  type Mark,
} from './layout.ts'
export {
  type FacilityMapping,
  type HeaderDifferences,
  headerDifferences,
  headingsFound,
  type MappedColumn,
  type ReadByHeading,
  withRenamed,
} from './mapping.ts'
export { type FacilityFile, headerRowOf, readFacilities } from './read.ts'
export { facilityCsv, NotRoundTrip, standardHeader } from './write.ts'
