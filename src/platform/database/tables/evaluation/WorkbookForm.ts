import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { WorkbookFamilyId } from './WorkbookFamily.ts';
import type { StaffId as registers_StaffId } from '../registers/Staff.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for evaluation.workbook_form */
export type WorkbookFormId = string & { __brand: 'evaluation.workbook_form' };

/**
 * Represents the table evaluation.workbook_form
 * one year's file of a form, as it was received; never changed
 */
export default interface WorkbookFormTable {
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  id: ColumnType<WorkbookFormId, WorkbookFormId | undefined, WorkbookFormId>;

  /** the form it is an edition of */
  family_id: ColumnType<WorkbookFamilyId, WorkbookFamilyId, WorkbookFamilyId>;

  /** the year that it reports on, by its April */
  fiscal_year: ColumnType<number, number, number>;

  /** as uploaded */
  file_name: ColumnType<string, string, string>;

  /** of the content */
  sha256: ColumnType<string, string, string>;

  /** the file, at most 20 MB */
  content: ColumnType<unknown, unknown, unknown>;

  /** the edition whose mapping is carried over; null: none */
  carried_from: ColumnType<WorkbookFormId | null, WorkbookFormId | null, WorkbookFormId | null>;

  /** when */
  uploaded_at: ColumnType<string, string, string>;

  /** who */
  uploaded_by: ColumnType<registers_StaffId, registers_StaffId, registers_StaffId>;
}

export type WorkbookForm = Selectable<WorkbookFormTable>;

export type NewWorkbookForm = Insertable<WorkbookFormTable>;

export type WorkbookFormUpdate = Updateable<WorkbookFormTable>;