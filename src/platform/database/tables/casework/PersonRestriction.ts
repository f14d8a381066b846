import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { PersonId } from './Person.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for casework.person_restriction */
export type PersonRestrictionId = string & { __brand: 'casework.person_restriction' };

/**
 * Represents the table casework.person_restriction
 * 支援措置・閲覧制限 set by hand, with the reason: only the insurer's own posts read it; while one is open the import does not end it
 */
export default interface PersonRestrictionTable {
  /** insurer */
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  /** given by the database */
  id: ColumnType<PersonRestrictionId, PersonRestrictionId | undefined, PersonRestrictionId>;

  /** optimistic lock */
  version: ColumnType<number, number | undefined, number>;

  /** whose record */
  person_id: ColumnType<PersonId, PersonId, PersonId>;

  /** protected 支援措置 · locked 閲覧制限 */
  kind: ColumnType<string, string, string>;

  /** why, in the officer's words */
  reason: ColumnType<string, string, string>;

  /** from which day */
  since_on: ColumnType<string, string, string>;

  /** staff who set it */
  set_by: ColumnType<string, string, string>;

  /** when it was set */
  set_at: ColumnType<string, string | undefined, string>;

  /** when it was taken away; null: holds */
  ended_at: ColumnType<string | null, string | null, string | null>;

  /** staff who took it away */
  ended_by: ColumnType<string | null, string | null, string | null>;

  /** why it was taken away */
  ended_reason: ColumnType<string | null, string | null, string | null>;
}

export type PersonRestriction = Selectable<PersonRestrictionTable>;

export type NewPersonRestriction = Insertable<PersonRestrictionTable>;

export type PersonRestrictionUpdate = Updateable<PersonRestrictionTable>;