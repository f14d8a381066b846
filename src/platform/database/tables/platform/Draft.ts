import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for platform.draft */
export type DraftInsurerId = number & { __brand: 'platform.draft' };

/** Identifier type for platform.draft */
export type DraftStaffId = string & { __brand: 'platform.draft' };

/** Identifier type for platform.draft */
export type DraftKey = string & { __brand: 'platform.draft' };

/**
 * Represents the table platform.draft
 * unsaved input under the rights of its author, kept for 14 days
 */
export default interface DraftTable {
  insurer_id: ColumnType<DraftInsurerId, DraftInsurerId, DraftInsurerId>;

  staff_id: ColumnType<DraftStaffId, DraftStaffId, DraftStaffId>;

  key: ColumnType<DraftKey, DraftKey, DraftKey>;

  content: ColumnType<unknown, unknown, unknown>;

  updated_at: ColumnType<string, string | undefined, string>;
}

export type Draft = Selectable<DraftTable>;

export type NewDraft = Insertable<DraftTable>;

export type DraftUpdate = Updateable<DraftTable>;