import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { WorkbookFormId } from './WorkbookForm.ts';
import type { StaffId as registers_StaffId } from '../registers/Staff.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for evaluation.workbook_binding */
export type WorkbookBindingId = string & { __brand: 'evaluation.workbook_binding' };

/**
 * Represents the table evaluation.workbook_binding
 * which figure belongs into which cell of a form
 */
export default interface WorkbookBindingTable {
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  id: ColumnType<WorkbookBindingId, WorkbookBindingId | undefined, WorkbookBindingId>;

  /** raised at every change; who sends another one is told that somebody was first */
  version: ColumnType<number, number | undefined, number>;

  /** the edition of the form */
  form_id: ColumnType<WorkbookFormId, WorkbookFormId, WorkbookFormId>;

  /** name of the sheet in this edition */
  sheet: ColumnType<string, string, string>;

  /** row in this edition, from 1 */
  row_number: ColumnType<number, number, number>;

  /** column in this edition, from 0 */
  column_number: ColumnType<number, number, number>;

  /** JSON text: sheet, title, rowPath, columnPath; the headings by which the next edition is matched */
  place: ColumnType<string, string, string>;

  /** relative: years in headings are as far from the reported year as here · fixed: the same years */
  years: ColumnType<string, string, string>;

  /** id of a source of figures · constant · hand: typed each year */
  source: ColumnType<string, string, string>;

  /** the figure within its source; of constant and hand: number or text, of constant with a colon and the value */
  ref: ColumnType<string, string, string>;

  /** the figure in words, as when it was chosen */
  label: ColumnType<string, string, string>;

  /** as when it was chosen; another unit later is said and not filled */
  unit: ColumnType<string, string, string>;

  /** year, a month (month:10) or a day (day:03-31) of a fiscal year */
  span: ColumnType<string, string, string>;

  /** years from the year that the form reports on; -1: the year before */
  year_offset: ColumnType<number, number, number>;

  /** for the next officer; empty: none */
  note: ColumnType<string, string, string>;

  /** when it was last changed */
  changed_at: ColumnType<string, string, string>;

  /** by whom */
  changed_by: ColumnType<registers_StaffId, registers_StaffId, registers_StaffId>;
}

export type WorkbookBinding = Selectable<WorkbookBindingTable>;

export type NewWorkbookBinding = Insertable<WorkbookBindingTable>;

export type WorkbookBindingUpdate = Updateable<WorkbookBindingTable>;