import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for platform.import_run */
export type ImportRunInsurerId = number & { __brand: 'platform.import_run' };

/** Identifier type for platform.import_run */
export type ImportRunId = string & { __brand: 'platform.import_run' };

/**
 * Represents the table platform.import_run
 * one reading of files by screen: stored whole, previewed, then applied; seen by its author
 */
export default interface ImportRunTable {
  insurer_id: ColumnType<ImportRunInsurerId, ImportRunInsurerId, ImportRunInsurerId>;

  id: ColumnType<ImportRunId, ImportRunId | undefined, ImportRunId>;

  staff_id: ColumnType<string, string, string>;

  kind: ColumnType<string, string, string>;

  state: ColumnType<string, string | undefined, string>;

  /** counts, refusals and the first differences */
  report: ColumnType<unknown | null, unknown | null, unknown | null>;

  created_at: ColumnType<string, string | undefined, string>;

  applied_at: ColumnType<string | null, string | null, string | null>;

  /** 出典 as its loader states it, for files that carry none; null: not stated */
  attribution: ColumnType<string | null, string | null, string | null>;

  /** 速報, 確定 or 改訂 as its loader states it; null: as the file says */
  release: ColumnType<string | null, string | null, string | null>;

  /** which column is which field, as stated at upload; null: the kind knows its layouts */
  mapping: ColumnType<unknown | null, unknown | null, unknown | null>;
}

export type ImportRun = Selectable<ImportRunTable>;

export type NewImportRun = Insertable<ImportRunTable>;

export type ImportRunUpdate = Updateable<ImportRunTable>;