import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for casework.person_key */
export type PersonKeyInsurerId = number & { __brand: 'casework.person_key' };

/** Identifier type for casework.person_key */
export type PersonKeyPersonId = string & { __brand: 'casework.person_key' };

/** Identifier type for casework.person_key */
export type PersonKeyKey = string & { __brand: 'casework.person_key' };

/**
 * Represents the table casework.person_key
 * deletion neighbours of the folded kana: finds a name with one typing error by equality; read only by the doors
 */
export default interface PersonKeyTable {
  insurer_id: ColumnType<PersonKeyInsurerId, PersonKeyInsurerId, PersonKeyInsurerId>;

  person_id: ColumnType<PersonKeyPersonId, PersonKeyPersonId, PersonKeyPersonId>;

  key: ColumnType<PersonKeyKey, PersonKeyKey, PersonKeyKey>;
}

export type PersonKey = Selectable<PersonKeyTable>;

export type NewPersonKey = Insertable<PersonKeyTable>;

export type PersonKeyUpdate = Updateable<PersonKeyTable>;