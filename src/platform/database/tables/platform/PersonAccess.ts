import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for platform.person_access */
export type PersonAccessInsurerId = number & { __brand: 'platform.person_access' };

/** Identifier type for platform.person_access */
export type PersonAccessId = string & { __brand: 'platform.person_access' };

/**
 * Represents the table platform.person_access
 * who may see a person besides its centre: assignment of a contractor, explicit grant, break-glass
 */
export default interface PersonAccessTable {
  insurer_id: ColumnType<PersonAccessInsurerId, PersonAccessInsurerId, PersonAccessInsurerId>;

  id: ColumnType<PersonAccessId, PersonAccessId | undefined, PersonAccessId>;

  person_id: ColumnType<string, string, string>;

  /** a staff id or an organisation id */
  holder_id: ColumnType<string, string, string>;

  kind: ColumnType<string, string, string>;

  valid_from: ColumnType<string, string, string>;

  /** last day on which it holds; null: open */
  valid_to: ColumnType<string | null, string | null, string | null>;

  reason: ColumnType<string | null, string | null, string | null>;

  granted_by: ColumnType<string | null, string | null, string | null>;

  granted_at: ColumnType<string, string | undefined, string>;
}

export type PersonAccess = Selectable<PersonAccessTable>;

export type NewPersonAccess = Insertable<PersonAccessTable>;

export type PersonAccessUpdate = Updateable<PersonAccessTable>;