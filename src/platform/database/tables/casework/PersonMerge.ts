import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { PersonId } from './Person.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for casework.person_merge */
export type PersonMergeId = string & { __brand: 'casework.person_merge' };

/**
 * Represents the table casework.person_merge
 * 統合: two records of one human being became one; undone_at: taken back
 */
export default interface PersonMergeTable {
  /** insurer */
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  /** given by the database */
  id: ColumnType<PersonMergeId, PersonMergeId | undefined, PersonMergeId>;

  /** optimistic lock */
  version: ColumnType<number, number | undefined, number>;

  /** the record that goes on */
  person_id: ColumnType<PersonId, PersonId, PersonId>;

  /** centre that looks after the person */
  centre_id: ColumnType<string | null, string | null, string | null>;

  /** the record that was merged away */
  merged_id: ColumnType<PersonId, PersonId, PersonId>;

  /** why it is the same person */
  reason: ColumnType<string, string, string>;

  /** columns whose value came from the record merged away */
  taken: ColumnType<string[], string[], string[]>;

  /** rows that were re-pointed */
  row_count: ColumnType<number, number | undefined, number>;

  /** instant of the merge */
  merged_at: ColumnType<string, string | undefined, string>;

  /** staff */
  merged_by: ColumnType<string | null, string | null, string | null>;

  /** 取消; null: holds */
  undone_at: ColumnType<string | null, string | null, string | null>;

  /** staff who took it back */
  undone_by: ColumnType<string | null, string | null, string | null>;

  /** why it was taken back */
  undone_reason: ColumnType<string | null, string | null, string | null>;
}

export type PersonMerge = Selectable<PersonMergeTable>;

export type NewPersonMerge = Insertable<PersonMergeTable>;

export type PersonMergeUpdate = Updateable<PersonMergeTable>;