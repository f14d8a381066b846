import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { CentreId as registers_CentreId } from '../registers/Centre.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for evaluation.monthly_report */
export type MonthlyReportId = string & { __brand: 'evaluation.monthly_report' };

/**
 * Represents the table evaluation.monthly_report
 * 月報 of one centre and month, or of the insurer: where its closing stands
 */
export default interface MonthlyReportTable {
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  id: ColumnType<MonthlyReportId, MonthlyReportId | undefined, MonthlyReportId>;

  /** raised at every change; who sends another one is told that somebody was first */
  version: ColumnType<number, number | undefined, number>;

  /** the centre whose work is counted; null: the insurer over all centres */
  centre_id: ColumnType<registers_CentreId | null, registers_CentreId | null, registers_CentreId | null>;

  /** first day of the month */
  month: ColumnType<string, string, string>;

  /** draft 下書き · confirmed センター確定 · accepted 市受理 · returned 差戻し */
  state: ColumnType<string, string | undefined, string>;

  /** number of the newest version; 0: never confirmed */
  last_number: ColumnType<number, number | undefined, number>;

  /** the newest version */
  last_version_id: ColumnType<string | null, string | null, string | null>;

  /** when the row was made: by a reminder or by the first confirmation */
  created_at: ColumnType<string, string | undefined, string>;
}

export type MonthlyReport = Selectable<MonthlyReportTable>;

export type NewMonthlyReport = Insertable<MonthlyReportTable>;

export type MonthlyReportUpdate = Updateable<MonthlyReportTable>;