import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { PersonMergeId } from './PersonMerge.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for casework.person_merge_row */
export type PersonMergeRowId = string & { __brand: 'casework.person_merge_row' };

/**
 * Represents the table casework.person_merge_row
 * what a merge changed, row by row; read by the doors only: it holds two whole records of people
 */
export default interface PersonMergeRowTable {
  /** insurer */
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  /** given by the database */
  id: ColumnType<PersonMergeRowId, PersonMergeRowId | undefined, PersonMergeRowId>;

  /** the merge */
  merge_id: ColumnType<PersonMergeId, PersonMergeId, PersonMergeId>;

  /** schema and table; casework.person_key: the search keys of the survivor, as a list */
  table_name: ColumnType<string, string, string>;

  /** id of the row */
  row_id: ColumnType<string, string, string>;

  /** columns that the merge changed, as they were; of casework.person the whole row */
  before: ColumnType<unknown, unknown, unknown>;

  /** the same columns as the merge left them */
  after: ColumnType<unknown, unknown, unknown>;
}

export type PersonMergeRow = Selectable<PersonMergeRowTable>;

export type NewPersonMergeRow = Insertable<PersonMergeRowTable>;

export type PersonMergeRowUpdate = Updateable<PersonMergeRowTable>;