export { type BandCount, bandCount, bandFrom, type Sex, type TownPopulation } from './layout.ts'
export { type PopulationOptions, readPopulationByTown } from './read.ts'
export { aged65AndOver, sumOfBands } from './sums.ts'
