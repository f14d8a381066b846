import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { PersonId } from './Person.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/**
 * Represents the table casework.person_protected
 * address and telephone of people under 支援措置: only the insurer's own posts read it
 */
export default interface PersonProtectedTable {
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  person_id: ColumnType<PersonId, PersonId, PersonId>;

  version: ColumnType<number, number | undefined, number>;

  postal_code: ColumnType<string | null, string | null, string | null>;

  town_id: ColumnType<string | null, string | null, string | null>;

  address_rest: ColumnType<string | null, string | null, string | null>;

  building: ColumnType<string | null, string | null, string | null>;

  phone: ColumnType<string | null, string | null, string | null>;

  protected_from: ColumnType<string, string, string>;
}

export type PersonProtected = Selectable<PersonProtectedTable>;

export type NewPersonProtected = Insertable<PersonProtectedTable>;

export type PersonProtectedUpdate = Updateable<PersonProtectedTable>;