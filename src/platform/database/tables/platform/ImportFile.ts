import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for platform.import_file */
export type ImportFileInsurerId = number & { __brand: 'platform.import_file' };

/** Identifier type for platform.import_file */
export type ImportFileId = string & { __brand: 'platform.import_file' };

/**
 * Represents the table platform.import_file
 * the file as it came, kept whole before anything of it is applied
 */
export default interface ImportFileTable {
  insurer_id: ColumnType<ImportFileInsurerId, ImportFileInsurerId, ImportFileInsurerId>;

  id: ColumnType<ImportFileId, ImportFileId | undefined, ImportFileId>;

  staff_id: ColumnType<string, string, string>;

  run_id: ColumnType<string, string, string>;

  name: ColumnType<string, string, string>;

  sha256: ColumnType<string, string, string>;

  content: ColumnType<unknown, unknown, unknown>;
}

export type ImportFile = Selectable<ImportFileTable>;

export type NewImportFile = Insertable<ImportFileTable>;

export type ImportFileUpdate = Updateable<ImportFileTable>;