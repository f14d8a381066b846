import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { PersonId } from './Person.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for casework.person_event */
export type PersonEventId = string & { __brand: 'casework.person_event' };

/**
 * Represents the table casework.person_event
 * 死亡・転出 of a person: day, how it is known, who confirmed it; cancelled_at: 取消
 */
export default interface PersonEventTable {
  /** insurer */
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  /** given by the database */
  id: ColumnType<PersonEventId, PersonEventId | undefined, PersonEventId>;

  /** optimistic lock */
  version: ColumnType<number, number | undefined, number>;

  /** whom it happened to */
  person_id: ColumnType<PersonId, PersonId, PersonId>;

  /** centre that looks after the person */
  centre_id: ColumnType<string | null, string | null, string | null>;

  /** died 死亡 · moved-out 転出 */
  kind: ColumnType<string, string, string>;

  /** day of it */
  happened_on: ColumnType<string, string, string>;

  /** hand: known here before the notification · core-system: by its file */
  origin: ColumnType<string, string, string>;

  /** 情報源: code; null: the core system */
  information_source: ColumnType<string | null, string | null, string | null>;

  /** 確認者: staff who made sure; null: the core system */
  confirmed_by: ColumnType<string | null, string | null, string | null>;

  /** 転出先, as far as known */
  moved_to: ColumnType<string | null, string | null, string | null>;

  /** what else was said */
  note: ColumnType<string | null, string | null, string | null>;

  /** staff who recorded it */
  recorded_by: ColumnType<string | null, string | null, string | null>;

  /** when it was recorded */
  recorded_at: ColumnType<string, string | undefined, string>;

  /** when the core system said the same of what was known by hand; null: not yet */
  core_confirmed_at: ColumnType<string | null, string | null, string | null>;

  /** 取消; null: holds */
  cancelled_at: ColumnType<string | null, string | null, string | null>;

  /** staff who took it back; null: the core system */
  cancelled_by: ColumnType<string | null, string | null, string | null>;

  /** why */
  cancelled_reason: ColumnType<string | null, string | null, string | null>;
}

export type PersonEvent = Selectable<PersonEventTable>;

export type NewPersonEvent = Insertable<PersonEventTable>;

export type PersonEventUpdate = Updateable<PersonEventTable>;