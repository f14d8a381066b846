import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for platform.dataset_release */
export type DatasetReleaseId = string & { __brand: 'platform.dataset_release' };

/**
 * Represents the table platform.dataset_release
 * one published file as loaded: what, of when, by whom, under which attribution
 */
export default interface DatasetReleaseTable {
  id: ColumnType<DatasetReleaseId, DatasetReleaseId | undefined, DatasetReleaseId>;

  dataset: ColumnType<string, string, string>;

  /** six digits: municipality, prefecture, or 000000 the nation; null: the file is of no one area */
  area_code: ColumnType<string | null, string | null, string | null>;

  as_of: ColumnType<string, string, string>;

  /** 速報, 確定 or 改訂 */
  release: ColumnType<string, string | undefined, string>;

  /** words of the file or of its loader, from which the line beside every figure is made; null: neither gave any */
  attribution: ColumnType<string | null, string | null, string | null>;

  /** as the file says it; null: it says none */
  licence: ColumnType<string | null, string | null, string | null>;

  source_address: ColumnType<string | null, string | null, string | null>;

  file_name: ColumnType<string, string, string>;

  file_sha256: ColumnType<string, string, string>;

  row_count: ColumnType<number, number, number>;

  loaded_at: ColumnType<string, string, string>;

  loaded_by: ColumnType<string, string, string>;

  replaced_by: ColumnType<string | null, string | null, string | null>;

  /** file: metadata rows of the file · loader: stated at upload · none: unknown */
  attribution_from: ColumnType<string, string | undefined, string>;
}

export type DatasetRelease = Selectable<DatasetReleaseTable>;

export type NewDatasetRelease = Insertable<DatasetReleaseTable>;

export type DatasetReleaseUpdate = Updateable<DatasetReleaseTable>;