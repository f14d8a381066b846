import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for platform.history */
export type HistoryInsurerId = number & { __brand: 'platform.history' };

/** Identifier type for platform.history */
export type HistoryId = string & { __brand: 'platform.history' };

/**
 * Represents the table platform.history
 * the previous state of a row, written by trigger at every update and delete
 */
export default interface HistoryTable {
  insurer_id: ColumnType<HistoryInsurerId, HistoryInsurerId, HistoryInsurerId>;

  id: ColumnType<HistoryId, HistoryId | undefined, HistoryId>;

  table_name: ColumnType<string, string, string>;

  row_id: ColumnType<string, string, string>;

  version: ColumnType<number | null, number | null, number | null>;

  person_id: ColumnType<string | null, string | null, string | null>;

  centre_id: ColumnType<string | null, string | null, string | null>;

  operation: ColumnType<string, string, string>;

  /** the whole row before the change */
  row: ColumnType<unknown, unknown, unknown>;

  /** staff who changed it, from the session; null for commands of the operator */
  changed_by: ColumnType<string | null, string | null, string | null>;

  changed_at: ColumnType<string, string | undefined, string>;
}

export type History = Selectable<HistoryTable>;

export type NewHistory = Insertable<HistoryTable>;

export type HistoryUpdate = Updateable<HistoryTable>;