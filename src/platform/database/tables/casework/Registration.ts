import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { PersonId } from './Person.ts';
import type { ChecklistId } from './Checklist.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for casework.registration */
export type RegistrationId = string & { __brand: 'casework.registration' };

/**
 * Represents the table casework.registration
 * 事業対象者の登録 (CHK-05): one course from 相談受付 to the end; who is 事業対象者 is a row with starts_on
 */
export default interface RegistrationTable {
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  id: ColumnType<RegistrationId, RegistrationId | undefined, RegistrationId>;

  version: ColumnType<number, number | undefined, number>;

  person_id: ColumnType<PersonId, PersonId, PersonId>;

  /** centre that looks after the person (access); follows a transfer */
  centre_id: ColumnType<string | null, string | null, string | null>;

  /** centre that took it up (counting); stays; null: the municipality itself */
  recorded_centre_id: ColumnType<string | null, string | null, string | null>;

  /** first 相談受付 · renewal fork again before a 要支援 ends · again a 事業対象者 goes back to the fork */
  occasion: ColumnType<string, string | undefined, string>;

  /** CHK-05, 11; each change is a row of registration_move */
  state: ColumnType<string, string, string>;

  received_on: ColumnType<string, string, string>;

  /** day of the last move: the next is not earlier */
  last_move_on: ColumnType<string, string, string>;

  /** 本人の希望 at the fork; null: not asked */
  wish: ColumnType<string | null, string | null, string | null>;

  /** 同意 to the route: null not asked, false refused */
  consent: ColumnType<boolean | null, boolean | null, boolean | null>;

  /** told that 認定 can be applied for at any time; null: not recorded */
  is_told: ColumnType<boolean | null, boolean | null, boolean | null>;

  asked_by: ColumnType<string | null, string | null, string | null>;

  asked_on: ColumnType<string | null, string | null, string | null>;

  checklist_id: ColumnType<ChecklistId | null, ChecklistId | null, ChecklistId | null>;

  /** 実施日 of the checklist when it was taken in; stays */
  checklist_on: ColumnType<string | null, string | null, string | null>;

  /** criteria met, as the checklist said then */
  met: ColumnType<string[], string[] | undefined, string[]>;

  /** 届出（介護予防サービス計画作成・介護予防ケアマネジメント依頼（変更）届出書） received on; null: 届出待ち */
  notification_on: ColumnType<string | null, string | null, string | null>;

  notification_kind: ColumnType<string | null, string | null, string | null>;

  /** 被保険者証 at the 届出: attached · atMunicipality (open application) · lost */
  card_place: ColumnType<string | null, string | null, string | null>;

  /** lost card: 再交付申請書 with it; null: not asked */
  has_reissue_form: ColumnType<boolean | null, boolean | null, boolean | null>;

  /** 担当センター that the 届出 names */
  notification_centre_id: ColumnType<string | null, string | null, string | null>;

  /** 市へ登録を依頼: when the centre handed over; null: not yet, or sent back */
  requested_at: ColumnType<string | null, string | null, string | null>;

  requested_by: ColumnType<string | null, string | null, string | null>;

  request_note: ColumnType<string | null, string | null, string | null>;

  /** 受領 by the municipality */
  received_at: ColumnType<string | null, string | null, string | null>;

  received_by: ColumnType<string | null, string | null, string | null>;

  /** why it was last sent back; null: never */
  returned_reason: ColumnType<string | null, string | null, string | null>;

  /** 登録を決めた日 */
  decided_on: ColumnType<string | null, string | null, string | null>;

  decided_by: ColumnType<string | null, string | null, string | null>;

  /** local setting in force on that day (CHK-05, 8) */
  start_rule: ColumnType<string | null, string | null, string | null>;

  /** 事業対象者 from this day; null: not registered */
  starts_on: ColumnType<string | null, string | null, string | null>;

  /** code of the municipality's own list (CHK-05, 12); the national code stays 06 */
  local_class: ColumnType<string | null, string | null, string | null>;

  /** local setting in force on that day; null: none */
  review_months: ColumnType<number | null, number | null, number | null>;

  /** last day before the check is due again; null: the municipality sets none */
  review_due: ColumnType<string | null, string | null, string | null>;

  /** 再確認: day of the newest check that still showed 基準に該当; review_due counts from it */
  reviewed_on: ColumnType<string | null, string | null, string | null>;

  /** that checklist */
  review_checklist_id: ColumnType<string | null, string | null, string | null>;

  /** 証再交付; null: not done, a task */
  card_reissued_on: ColumnType<string | null, string | null, string | null>;

  /** 受給者異動連絡票 sent on; null: not done, a task */
  kokuhoren_notified_on: ColumnType<string | null, string | null, string | null>;

  /** first day of the month of that notice */
  kokuhoren_month: ColumnType<string | null, string | null, string | null>;

  /** 結果のお知らせ to the person */
  notice_sent_on: ColumnType<string | null, string | null, string | null>;

  /** last day as 事業対象者; null: running */
  ended_on: ColumnType<string | null, string | null, string | null>;

  end_reason: ColumnType<string | null, string | null, string | null>;

  end_decided_on: ColumnType<string | null, string | null, string | null>;

  end_decided_by: ColumnType<string | null, string | null, string | null>;

  created_at: ColumnType<string, string | undefined, string>;

  created_by: ColumnType<string | null, string | null, string | null>;
}

export type Registration = Selectable<RegistrationTable>;

export type NewRegistration = Insertable<RegistrationTable>;

export type RegistrationUpdate = Updateable<RegistrationTable>;