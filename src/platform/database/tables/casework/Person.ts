import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { CentreId as registers_CentreId } from '../registers/Centre.ts';
import type { DailyLifeAreaId as registers_DailyLifeAreaId } from '../registers/DailyLifeArea.ts';
import type { TownId as registers_TownId } from '../registers/Town.ts';
import type { StaffId as registers_StaffId } from '../registers/Staff.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for casework.person */
export type PersonId = string & { __brand: 'casework.person' };

/**
 * Represents the table casework.person
 * 利用者・住民: one person of one insurer
 */
export default interface PersonTable {
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  id: ColumnType<PersonId, PersonId | undefined, PersonId>;

  version: ColumnType<number, number | undefined, number>;

  /** 担当センター: who looks after the person; changed only by the door transfer_person */
  centre_id: ColumnType<registers_CentreId | null, registers_CentreId | null, registers_CentreId | null>;

  area_id: ColumnType<registers_DailyLifeAreaId | null, registers_DailyLifeAreaId | null, registers_DailyLifeAreaId | null>;

  town_id: ColumnType<registers_TownId | null, registers_TownId | null, registers_TownId | null>;

  /** 主担当 of that centre */
  staff_id: ColumnType<registers_StaffId | null, registers_StaffId | null, registers_StaffId | null>;

  /** 宛名番号 of the core system, text of up to 15; null: entered by hand and not yet joined */
  resident_number: ColumnType<string | null, string | null, string | null>;

  /** 履歴番号: the newest row of the core system that was applied */
  resident_history_number: ColumnType<number | null, number | null, number | null>;

  household_number: ColumnType<string | null, string | null, string | null>;

  /** 被保険者番号, ten characters, never check-summed (NUM-03); null: 申請前 */
  insured_number: ColumnType<string | null, string | null, string | null>;

  name: ColumnType<string, string, string>;

  kana: ColumnType<string, string, string>;

  alias: ColumnType<string | null, string | null, string | null>;

  /** folded for search; the name itself is stored as written, never normalised */
  name_fold: ColumnType<string, string, string>;

  kana_fold: ColumnType<string, string, string>;

  birth_on: ColumnType<string | null, string | null, string | null>;

  birth_uncertainty: ColumnType<string, string | undefined, string>;

  sex: ColumnType<string, string, string>;

  relationship: ColumnType<string | null, string | null, string | null>;

  postal_code: ColumnType<string | null, string | null, string | null>;

  address_rest: ColumnType<string | null, string | null, string | null>;

  building: ColumnType<string | null, string | null, string | null>;

  address_fold: ColumnType<string, string | undefined, string>;

  phone: ColumnType<string | null, string | null, string | null>;

  phone_fold: ColumnType<string, string | undefined, string>;

  /** 支援措置対象者: address and telephone stay in casework.person_protected and nowhere else */
  is_protected: ColumnType<boolean, boolean | undefined, boolean>;

  /** never shown by 照会 or by a search outside the own centre */
  is_locked: ColumnType<boolean, boolean | undefined, boolean>;

  insured_from: ColumnType<string | null, string | null, string | null>;

  insured_to: ColumnType<string | null, string | null, string | null>;

  /** 住所地特例 */
  is_resident_exception: ColumnType<boolean, boolean | undefined, boolean>;

  last_event: ColumnType<string | null, string | null, string | null>;

  last_event_on: ColumnType<string | null, string | null, string | null>;

  moved_out_on: ColumnType<string | null, string | null, string | null>;

  died_on: ColumnType<string | null, string | null, string | null>;

  /** the person that this record was merged into; null: a record of its own */
  merged_into: ColumnType<string | null, string | null, string | null>;

  source: ColumnType<string, string, string>;

  core_updated_at: ColumnType<string | null, string | null, string | null>;

  note: ColumnType<string | null, string | null, string | null>;

  created_at: ColumnType<string, string | undefined, string>;

  created_by: ColumnType<string | null, string | null, string | null>;

  updated_at: ColumnType<string, string | undefined, string>;

  /** key of 通称 for the search: folded as a written name, and as a reading when it is one; '' without */
  alias_fold: ColumnType<string, string | undefined, string>;

  /** 電話・郵送を止める: nothing is sent, nobody is called (death, moving away); set and taken back with the event */
  stops_contact: ColumnType<boolean, boolean | undefined, boolean>;
}

export type Person = Selectable<PersonTable>;

export type NewPerson = Insertable<PersonTable>;

export type PersonUpdate = Updateable<PersonTable>;