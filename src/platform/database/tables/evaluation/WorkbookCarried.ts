import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { WorkbookFormId } from './WorkbookForm.ts';
import type { StaffId as registers_StaffId } from '../registers/Staff.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for evaluation.workbook_carried */
export type WorkbookCarriedFromBinding = string & { __brand: 'evaluation.workbook_carried' };

/**
 * Represents the table evaluation.workbook_carried
 * what was decided about each cell of the edition before
 */
export default interface WorkbookCarriedTable {
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  /** the later edition */
  form_id: ColumnType<WorkbookFormId, WorkbookFormId, WorkbookFormId>;

  /** the cell's binding in the edition before; kept in words when that one is removed */
  from_binding: ColumnType<WorkbookCarriedFromBinding, WorkbookCarriedFromBinding, WorkbookCarriedFromBinding>;

  /** taken: into a cell of this edition · dropped: not filled any more */
  decision: ColumnType<string, string, string>;

  /** JSON text: outcome, differences and cell as they were shown */
  found: ColumnType<string, string, string>;

  /** when */
  decided_at: ColumnType<string, string, string>;

  /** who */
  decided_by: ColumnType<registers_StaffId, registers_StaffId, registers_StaffId>;
}

export type WorkbookCarried = Selectable<WorkbookCarriedTable>;

export type NewWorkbookCarried = Insertable<WorkbookCarriedTable>;

export type WorkbookCarriedUpdate = Updateable<WorkbookCarriedTable>;