import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for casework.core_import */
export type CoreImportId = string & { __brand: 'casework.core_import' };

/**
 * Represents the table casework.core_import
 * 取込の記録: a file of the core system that was taken in, also when nothing in it was new
 */
export default interface CoreImportTable {
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  id: ColumnType<CoreImportId, CoreImportId | undefined, CoreImportId>;

  file_name: ColumnType<string, string, string>;

  /** full 全件 · diff 差分 */
  file_kind: ColumnType<string, string, string>;

  /** 作成日 in the name of the file; no older file is taken in after it */
  created_on: ColumnType<string, string, string>;

  /** of the bytes of the file, hex: the same file is recorded once */
  sha256: ColumnType<string, string, string>;

  /** rows of the run; with several files in a run, those of all */
  read_count: ColumnType<number, number, number>;

  added: ColumnType<number, number, number>;

  changed: ColumnType<number, number, number>;

  /** people who are no longer in a full list: reported, not removed */
  removed: ColumnType<number, number, number>;

  unchanged: ColumnType<number, number, number>;

  applied_at: ColumnType<string, string, string>;

  /** staff; null: a command of the operator */
  applied_by: ColumnType<string | null, string | null, string | null>;
}

export type CoreImport = Selectable<CoreImportTable>;

export type NewCoreImport = Insertable<CoreImportTable>;

export type CoreImportUpdate = Updateable<CoreImportTable>;