import type { DatasetReleaseId as platform_DatasetReleaseId } from '../platform/DatasetRelease.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for evaluation.town_population */
export type TownPopulationMunicipalityCode = string & { __brand: 'evaluation.town_population' };

/** Identifier type for evaluation.town_population */
export type TownPopulationAsOf = string & { __brand: 'evaluation.town_population' };

/** Identifier type for evaluation.town_population */
export type TownPopulationTownName = string & { __brand: 'evaluation.town_population' };

/**
 * Represents the table evaluation.town_population
 * 地域・年齢別人口: residents by town, sex and 18 age bands (five years each, the last 85 and over)
 */
export default interface TownPopulationTable {
  municipality_code: ColumnType<TownPopulationMunicipalityCode, TownPopulationMunicipalityCode, TownPopulationMunicipalityCode>;

  as_of: ColumnType<TownPopulationAsOf, TownPopulationAsOf, TownPopulationAsOf>;

  town_name: ColumnType<TownPopulationTownName, TownPopulationTownName, TownPopulationTownName>;

  total: ColumnType<number | null, number | null, number | null>;

  male: ColumnType<number | null, number | null, number | null>;

  female: ColumnType<number | null, number | null, number | null>;

  /** element n: men of the n-th five-year band; null element: masked in the source */
  bands_male: ColumnType<number[], number[], number[]>;

  bands_female: ColumnType<number[], number[], number[]>;

  households: ColumnType<number | null, number | null, number | null>;

  latitude: ColumnType<number | null, number | null, number | null>;

  longitude: ColumnType<number | null, number | null, number | null>;

  note: ColumnType<string | null, string | null, string | null>;

  release_id: ColumnType<platform_DatasetReleaseId, platform_DatasetReleaseId, platform_DatasetReleaseId>;
}

export type TownPopulation = Selectable<TownPopulationTable>;

export type NewTownPopulation = Insertable<TownPopulationTable>;

export type TownPopulationUpdate = Updateable<TownPopulationTable>;