import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { PersonId } from './Person.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for casework.person_consent */
export type PersonConsentId = string & { __brand: 'casework.person_consent' };

/**
 * Represents the table casework.person_consent
 * 情報提供への同意 (利用者基本情報): what was answered, by whom, when; no row: not asked, which is no refusal
 */
export default interface PersonConsentTable {
  /** insurer */
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  /** given by the database */
  id: ColumnType<PersonConsentId, PersonConsentId | undefined, PersonConsentId>;

  /** optimistic lock */
  version: ColumnType<number, number | undefined, number>;

  /** whose information */
  person_id: ColumnType<PersonId, PersonId, PersonId>;

  /** centre that looks after the person */
  centre_id: ColumnType<string | null, string | null, string | null>;

  /** obtained 同意あり · refused 同意しない */
  state: ColumnType<string, string, string>;

  /** 日付: day of the answer */
  given_on: ColumnType<string, string, string>;

  /** 氏名 of who answered */
  given_by: ColumnType<string, string, string>;

  /** 本人, or who answered in place of the person */
  relationship: ColumnType<string, string, string>;

  /** codes of whom the information may go to; empty only for a refusal */
  scope: ColumnType<string[], string[] | undefined, string[]>;

  /** conditions, in the words of the person */
  note: ColumnType<string | null, string | null, string | null>;

  /** staff who wrote it down */
  recorded_by: ColumnType<string | null, string | null, string | null>;

  /** when it was written down */
  created_at: ColumnType<string, string | undefined, string>;

  /** 撤回: from that day it no longer holds; null: holds */
  withdrawn_on: ColumnType<string | null, string | null, string | null>;

  /** why it was withdrawn */
  withdrawn_reason: ColumnType<string | null, string | null, string | null>;
}

export type PersonConsent = Selectable<PersonConsentTable>;

export type NewPersonConsent = Insertable<PersonConsentTable>;

export type PersonConsentUpdate = Updateable<PersonConsentTable>;