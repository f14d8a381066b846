import './words.ts'

export { PUBLISHED_PASSWORD, type SampleAccount, sampleAccounts, sampleInfo } from './accounts.ts'
export { ATTRIBUTION } from './city/insurers.ts'
export { DEFAULT_ANCHOR, DEFAULT_SCALE, DEFAULT_SEED } from './defaults.ts'
export { prepareSample } from './demo.ts'
export { generateSample } from './generate.ts'
export { type Installation, readInstallation, SampleRefused } from './loading/installation.ts'
export {
  type LoadOptions,
  type LoadResult,
  loadSample,
  type Progress,
  type StaffForAccount,
} from './loading/load.ts'
export type { PopulationTown } from './population.ts'
export { readSamplePopulation } from './source.ts'
export type { SampleTables } from './tables.ts'
export type { SampleOptions } from './world.ts'
