export { assertUnits, type EngineDefinition, hashOf, MixedUnits, measuresOf } from './definition.ts'
export {
  attributionLines,
  type ColumnHead,
  type Distribution,
  distribution,
  type MissingReason,
  periods,
  type SeriesValue,
  type StoredStandard,
  series,
  type Value,
} from './read.ts'
export { type Recomputed, recompute } from './recompute.ts'
export { refreshIndicators } from './refresh.ts'
