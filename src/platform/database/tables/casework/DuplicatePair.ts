import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { PersonId } from './Person.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for casework.duplicate_pair */
export type DuplicatePairId = string & { __brand: 'casework.duplicate_pair' };

/**
 * Represents the table casework.duplicate_pair
 * 重複の候補: two records that may be of one person; found by machine, decided by an officer (merge, or 別の方)
 */
export default interface DuplicatePairTable {
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  id: ColumnType<DuplicatePairId, DuplicatePairId | undefined, DuplicatePairId>;

  version: ColumnType<number, number | undefined, number>;

  /** the smaller of the two ids; neither is the person of the row: a merge does not re-point candidates, the next search finds them anew */
  one_id: ColumnType<PersonId, PersonId, PersonId>;

  /** the larger of the two ids */
  other_id: ColumnType<PersonId, PersonId, PersonId>;

  /** sum of the points of the reasons; see people/duplicates/score.ts */
  score: ColumnType<number, number, number>;

  /** codes of the fields that agree or speak against it */
  reasons: ColumnType<string[], string[], string[]>;

  /** start of the search that found it last */
  found_at: ColumnType<string, string, string>;

  /** an officer decided 別の方; null: open */
  different_at: ColumnType<string | null, string | null, string | null>;

  /** staff who decided */
  different_by: ColumnType<string | null, string | null, string | null>;

  /** why they are different people */
  different_reason: ColumnType<string | null, string | null, string | null>;
}

export type DuplicatePair = Selectable<DuplicatePairTable>;

export type NewDuplicatePair = Insertable<DuplicatePairTable>;

export type DuplicatePairUpdate = Updateable<DuplicatePairTable>;