import type { DatasetReleaseId as platform_DatasetReleaseId } from '../platform/DatasetRelease.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for registers.care_office_load */
export type CareOfficeLoadServiceCode = string & { __brand: 'registers.care_office_load' };

/** Identifier type for registers.care_office_load */
export type CareOfficeLoadPrefectureCode = string & { __brand: 'registers.care_office_load' };

/**
 * Represents the table registers.care_office_load
 * which service of which prefecture is loaded: what has no row here is missing, not zero
 */
export default interface CareOfficeLoadTable {
  /** three digits of the file name */
  service_code: ColumnType<CareOfficeLoadServiceCode, CareOfficeLoadServiceCode, CareOfficeLoadServiceCode>;

  /** six digits */
  prefecture_code: ColumnType<CareOfficeLoadPrefectureCode, CareOfficeLoadPrefectureCode, CareOfficeLoadPrefectureCode>;

  /** サービスの種類 as the file writes it */
  service_name: ColumnType<string, string, string>;

  /** day of the time in the file name; else the day on which it was loaded */
  as_of: ColumnType<string, string, string>;

  /** file-name: the name carries the day · load: it carries none */
  dated_by: ColumnType<string, string, string>;

  /** rows of the prefecture in the file; 0: a file of the whole country lists none there */
  row_count: ColumnType<number, number, number>;

  /** the file they come from */
  release_id: ColumnType<platform_DatasetReleaseId, platform_DatasetReleaseId, platform_DatasetReleaseId>;
}

export type CareOfficeLoad = Selectable<CareOfficeLoadTable>;

export type NewCareOfficeLoad = Insertable<CareOfficeLoadTable>;

export type CareOfficeLoadUpdate = Updateable<CareOfficeLoadTable>;