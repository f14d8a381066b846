import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { WorkbookFormId } from './WorkbookForm.ts';
import type { StaffId as registers_StaffId } from '../registers/Staff.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for evaluation.workbook_fill */
export type WorkbookFillId = string & { __brand: 'evaluation.workbook_fill' };

/**
 * Represents the table evaluation.workbook_fill
 * a filled file as it was handed out; never changed
 */
export default interface WorkbookFillTable {
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  id: ColumnType<WorkbookFillId, WorkbookFillId | undefined, WorkbookFillId>;

  /** the form that was filled */
  form_id: ColumnType<WorkbookFormId, WorkbookFormId, WorkbookFormId>;

  /** name of the file */
  file_name: ColumnType<string, string, string>;

  /** JSON text: each cell with value, source and as-of, or why it stayed as it was */
  lines: ColumnType<string, string, string>;

  /** cells that were written */
  written_count: ColumnType<number, number, number>;

  /** cells with a figure that stayed as they were */
  unfilled_count: ColumnType<number, number, number>;

  /** of the content */
  sha256: ColumnType<string, string, string>;

  /** the filled file */
  content: ColumnType<unknown, unknown, unknown>;

  /** when */
  filled_at: ColumnType<string, string, string>;

  /** who */
  filled_by: ColumnType<registers_StaffId, registers_StaffId, registers_StaffId>;
}

export type WorkbookFill = Selectable<WorkbookFillTable>;

export type NewWorkbookFill = Insertable<WorkbookFillTable>;

export type WorkbookFillUpdate = Updateable<WorkbookFillTable>;