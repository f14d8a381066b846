import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { PersonId } from './Person.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for casework.contact */
export type ContactId = string & { __brand: 'casework.contact' };

/**
 * Represents the table casework.contact
 * 家族・連絡先
 */
export default interface ContactTable {
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  id: ColumnType<ContactId, ContactId | undefined, ContactId>;

  version: ColumnType<number, number | undefined, number>;

  person_id: ColumnType<PersonId, PersonId, PersonId>;

  centre_id: ColumnType<string | null, string | null, string | null>;

  name: ColumnType<string, string, string>;

  kana: ColumnType<string | null, string | null, string | null>;

  relationship: ColumnType<string, string, string>;

  phone: ColumnType<string | null, string | null, string | null>;

  phone_fold: ColumnType<string, string | undefined, string>;

  address: ColumnType<string | null, string | null, string | null>;

  is_key_person: ColumnType<boolean, boolean | undefined, boolean>;

  is_emergency: ColumnType<boolean, boolean | undefined, boolean>;

  /** must not be told anything (加害のおそれ など): shown as a flag on the person sheet */
  is_caller_warning: ColumnType<boolean, boolean | undefined, boolean>;

  note: ColumnType<string | null, string | null, string | null>;
}

export type Contact = Selectable<ContactTable>;

export type NewContact = Insertable<ContactTable>;

export type ContactUpdate = Updateable<ContactTable>;