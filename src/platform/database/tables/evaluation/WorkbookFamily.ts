import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { StaffId as registers_StaffId } from '../registers/Staff.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for evaluation.workbook_family */
export type WorkbookFamilyId = string & { __brand: 'evaluation.workbook_family' };

/**
 * Represents the table evaluation.workbook_family
 * a form that comes back every year, such as a yearly return to the ministry
 */
export default interface WorkbookFamilyTable {
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  id: ColumnType<WorkbookFamilyId, WorkbookFamilyId | undefined, WorkbookFamilyId>;

  /** what the officers call it */
  name: ColumnType<string, string, string>;

  /** who asks for it: ministry, prefecture, a division of the city; empty: not said */
  owner_office: ColumnType<string, string, string>;

  /** when */
  created_at: ColumnType<string, string, string>;

  /** who */
  created_by: ColumnType<registers_StaffId, registers_StaffId, registers_StaffId>;
}

export type WorkbookFamily = Selectable<WorkbookFamilyTable>;

export type NewWorkbookFamily = Insertable<WorkbookFamilyTable>;

export type WorkbookFamilyUpdate = Updateable<WorkbookFamilyTable>;