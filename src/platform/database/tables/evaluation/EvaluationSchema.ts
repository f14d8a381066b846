import type { default as TownPopulationTable } from './TownPopulation.ts';
import type { default as DatasetReleaseTable } from './DatasetRelease.ts';

export default interface EvaluationSchema {
  town_population: TownPopulationTable;

  dataset_release: DatasetReleaseTable;
}