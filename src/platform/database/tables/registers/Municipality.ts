import type { DatasetReleaseId as platform_DatasetReleaseId } from '../platform/DatasetRelease.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/**
 * Represents the table registers.municipality
 * 都道府県・市区町村 by code and time; wards of designated cities and the cities over them both stand here
 */
export default interface MunicipalityTable {
  /** six digits with check digit */
  code: ColumnType<string, string, string>;

  /** without blanks: 札幌市中央区 */
  name: ColumnType<string, string, string>;

  /** hiragana; empty: not given */
  kana: ColumnType<string, string | undefined, string>;

  /** key of the name: 金ケ崎町 and 金ヶ崎町 are one */
  fold: ColumnType<string, string, string>;

  /** six digits; of a prefecture its own */
  prefecture_code: ColumnType<string, string, string>;

  /** prefecture, designated-city, ward, city, special-ward, town or village */
  kind: ColumnType<string, string, string>;

  /** the designated city of a ward; null otherwise */
  parent_code: ColumnType<string | null, string | null, string | null>;

  /** degrees, of the town hall as the list gives it; null: not given */
  latitude: ColumnType<number | null, number | null, number | null>;

  /** degrees */
  longitude: ColumnType<number | null, number | null, number | null>;

  /** first day; null: from before what we know */
  valid_from: ColumnType<string | null, string | null, string | null>;

  /** last day; null: open */
  valid_to: ColumnType<string | null, string | null, string | null>;

  /** codes that followed after the last day; several: it was divided among them */
  successor_codes: ColumnType<string[], string[] | undefined, string[]>;

  /** what happened, in Japanese, as the file of changes says it */
  note: ColumnType<string, string | undefined, string>;

  /** where the change stands: the announcement, not our file */
  source: ColumnType<string, string | undefined, string>;

  /** of the days of validity: seen, secondary, recalled or unverified; null: no change is known */
  confidence: ColumnType<string | null, string | null, string | null>;

  /** the list that names it; null: only a file of changes does */
  list_release_id: ColumnType<platform_DatasetReleaseId | null, platform_DatasetReleaseId | null, platform_DatasetReleaseId | null>;

  /** the file of changes that gives its days; null: none */
  change_release_id: ColumnType<platform_DatasetReleaseId | null, platform_DatasetReleaseId | null, platform_DatasetReleaseId | null>;
}

export type Municipality = Selectable<MunicipalityTable>;

export type NewMunicipality = Insertable<MunicipalityTable>;

export type MunicipalityUpdate = Updateable<MunicipalityTable>;