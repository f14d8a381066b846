import type { DatasetReleaseId as platform_DatasetReleaseId } from '../platform/DatasetRelease.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for registers.facility_list */
export type FacilityListAreaCode = string & { __brand: 'registers.facility_list' };

/** Identifier type for registers.facility_list */
export type FacilityListCategory = string & { __brand: 'registers.facility_list' };

/**
 * Represents the table registers.facility_list
 * 施設・場所の一覧: one published list, as last loaded
 */
export default interface FacilityListTable {
  /** municipality, six digits */
  area_code: ColumnType<FacilityListAreaCode, FacilityListAreaCode, FacilityListAreaCode>;

  /** what kind of places, in Japanese as shown: 地域包括支援センター, 通いの場 … */
  category: ColumnType<FacilityListCategory, FacilityListCategory, FacilityListCategory>;

  /** by what the category is known: file name, columns, or as its loader stated */
  known_by: ColumnType<string, string, string>;

  /** the day the list is of; where nobody stated it, the day it was first loaded */
  as_of: ColumnType<string, string, string>;

  /** false: as_of is only the day of loading */
  is_as_of_stated: ColumnType<boolean, boolean, boolean>;

  /** the file it comes from, with its 出典 */
  release_id: ColumnType<platform_DatasetReleaseId, platform_DatasetReleaseId, platform_DatasetReleaseId>;

  /** places in it */
  row_count: ColumnType<number, number, number>;

  /** when it was last loaded, also when nothing differed */
  loaded_at: ColumnType<string, string, string>;
}

export type FacilityList = Selectable<FacilityListTable>;

export type NewFacilityList = Insertable<FacilityListTable>;

export type FacilityListUpdate = Updateable<FacilityListTable>;