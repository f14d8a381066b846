import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for platform.journal */
export type JournalInsurerId = number & { __brand: 'platform.journal' };

/** Identifier type for platform.journal */
export type JournalId = string & { __brand: 'platform.journal' };

/**
 * Represents the table platform.journal
 * 業務記録: one row per piece of work, written in the transaction of its source; every count is read from here
 */
export default interface JournalTable {
  insurer_id: ColumnType<JournalInsurerId, JournalInsurerId, JournalInsurerId>;

  id: ColumnType<JournalId, JournalId | undefined, JournalId>;

  day: ColumnType<string, string, string>;

  /** the centre that did the work; stays when the person moves to another centre */
  centre_id: ColumnType<string | null, string | null, string | null>;

  area_id: ColumnType<string | null, string | null, string | null>;

  staff_id: ColumnType<string, string, string>;

  kind: ColumnType<string, string, string>;

  person_id: ColumnType<string | null, string | null, string | null>;

  /** null: not recorded, never zero */
  minutes: ColumnType<number | null, number | null, number | null>;

  /** what count counts: 実人数, 延べ and 回数 are never mixed */
  unit: ColumnType<string, string, string>;

  count: ColumnType<number, number, number>;

  source_type: ColumnType<string, string, string>;

  source_id: ColumnType<string, string, string>;
}

export type Journal = Selectable<JournalTable>;

export type NewJournal = Insertable<JournalTable>;

export type JournalUpdate = Updateable<JournalTable>;