import type { InsurerInsurerId } from './Insurer.ts';
import type { StaffId } from './Staff.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for registers.law_confirmation */
export type LawConfirmationId = string & { __brand: 'registers.law_confirmation' };

/**
 * Represents the table registers.law_confirmation
 * 制度の数値の確認: an officer of the insurer read a value of src/law in its source; withdrawn ones stay
 */
export default interface LawConfirmationTable {
  insurer_id: ColumnType<InsurerInsurerId, InsurerInsurerId, InsurerInsurerId>;

  id: ColumnType<LawConfirmationId, LawConfirmationId | undefined, LawConfirmationId>;

  version: ColumnType<number, number | undefined, number>;

  /** id of a parameter that a file below src/law exports */
  parameter_id: ColumnType<string, string, string>;

  /** first day in force of the entry that was confirmed */
  entry_from: ColumnType<string, string, string>;

  /** SHA-256 of the canonical JSON of the value: a value that changes is confirmed anew */
  value_hash: ColumnType<string, string, string>;

  /** 出典: the law, notice or paper that was read */
  source: ColumnType<string, string, string>;

  /** its address; null: none, a paper */
  source_url: ColumnType<string | null, string | null, string | null>;

  /** どこで見たか: article, page, table, and where the text was found */
  seen_in: ColumnType<string, string, string>;

  /** the officer whose name stands beside the value */
  confirmed_by: ColumnType<StaffId, StaffId, StaffId>;

  confirmed_at: ColumnType<string, string | undefined, string>;

  withdrawn_by: ColumnType<StaffId | null, StaffId | null, StaffId | null>;

  /** null: holds */
  withdrawn_at: ColumnType<string | null, string | null, string | null>;

  /** why it was taken back */
  withdrawn_reason: ColumnType<string | null, string | null, string | null>;
}

export type LawConfirmation = Selectable<LawConfirmationTable>;

export type NewLawConfirmation = Insertable<LawConfirmationTable>;

export type LawConfirmationUpdate = Updateable<LawConfirmationTable>;