import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { MonthlyReportId } from './MonthlyReport.ts';
import type { MonthlyReportVersionId } from './MonthlyReportVersion.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for evaluation.monthly_report_step */
export type MonthlyReportStepId = string & { __brand: 'evaluation.monthly_report_step' };

/**
 * Represents the table evaluation.monthly_report_step
 * who did what with a report, when and why; only added to
 */
export default interface MonthlyReportStepTable {
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  id: ColumnType<MonthlyReportStepId, MonthlyReportStepId | undefined, MonthlyReportStepId>;

  report_id: ColumnType<MonthlyReportId, MonthlyReportId, MonthlyReportId>;

  /** as in the report */
  centre_id: ColumnType<string | null, string | null, string | null>;

  /** the version it was done to */
  version_id: ColumnType<MonthlyReportVersionId, MonthlyReportVersionId, MonthlyReportVersionId>;

  /** confirmed 確定 · corrected 訂正版 · accepted 受理 · returned 差戻し */
  step: ColumnType<string, string, string>;

  /** instant */
  at: ColumnType<string, string, string>;

  /** who */
  staff_id: ColumnType<string, string, string>;

  /** why; required for 訂正版 and 差戻し */
  reason: ColumnType<string | null, string | null, string | null>;
}

export type MonthlyReportStep = Selectable<MonthlyReportStepTable>;

export type NewMonthlyReportStep = Insertable<MonthlyReportStepTable>;

export type MonthlyReportStepUpdate = Updateable<MonthlyReportStepTable>;