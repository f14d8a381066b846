import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { MonthlyReportId } from './MonthlyReport.ts';
import type { StaffId as registers_StaffId } from '../registers/Staff.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for evaluation.monthly_report_version */
export type MonthlyReportVersionId = string & { __brand: 'evaluation.monthly_report_version' };

/**
 * Represents the table evaluation.monthly_report_version
 * 確定値: what was submitted, never changed; a correction is a new version
 */
export default interface MonthlyReportVersionTable {
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  id: ColumnType<MonthlyReportVersionId, MonthlyReportVersionId | undefined, MonthlyReportVersionId>;

  report_id: ColumnType<MonthlyReportId, MonthlyReportId, MonthlyReportId>;

  /** as in the report */
  centre_id: ColumnType<string | null, string | null, string | null>;

  /** 1 for the first submission */
  number: ColumnType<number, number, number>;

  /** confirmed: first, or after 差戻し · corrected: 訂正版 of a submitted report */
  step: ColumnType<string, string, string>;

  /** why it was corrected; null for a plain confirmation */
  reason: ColumnType<string | null, string | null, string | null>;

  /** edition of the sections by which it was counted (rules/sections.ts) */
  definition: ColumnType<number, number, number>;

  /** JSON text: every section, row and figure as submitted, with what they were compared with */
  figures: ColumnType<string, string, string>;

  /** JSON text: ids and values of the journal rows they were made from (rules/fact.ts) */
  facts: ColumnType<string, string, string>;

  /** of figures and facts together, checked by the database */
  sha256: ColumnType<string, string, string>;

  /** how many journal rows it was made from */
  fact_count: ColumnType<number, number, number>;

  /** instant of the confirmation */
  confirmed_at: ColumnType<string, string, string>;

  /** who confirmed it */
  confirmed_by: ColumnType<registers_StaffId, registers_StaffId, registers_StaffId>;

  /** the same by the clock of the database, which also writes history: later changes are told by it */
  stored_at: ColumnType<string, string | undefined, string>;
}

export type MonthlyReportVersion = Selectable<MonthlyReportVersionTable>;

export type NewMonthlyReportVersion = Insertable<MonthlyReportVersionTable>;

export type MonthlyReportVersionUpdate = Updateable<MonthlyReportVersionTable>;