import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { PersonId } from './Person.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for casework.care_management */
export type CareManagementId = string & { __brand: 'casework.care_management' };

/**
 * Represents the table casework.care_management
 * 介護予防支援・介護予防ケアマネジメント of one person, from opening to end; one at a time
 */
export default interface CareManagementTable {
  /** the insurer */
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  /** made by the client, so that a repeated send stores once */
  id: ColumnType<CareManagementId, CareManagementId | undefined, CareManagementId>;

  /** raised by every update */
  version: ColumnType<number, number | undefined, number>;

  /** whose */
  person_id: ColumnType<PersonId, PersonId, PersonId>;

  /** 担当センター (access); follows a transfer */
  centre_id: ColumnType<string | null, string | null, string | null>;

  /** 要介護状態区分コード; null: not known */
  level_code: ColumnType<string | null, string | null, string | null>;

  /** where the level was read: certification, registration or typed by hand */
  level_source: ColumnType<string | null, string | null, string | null>;

  /** the 認定 it rests on, when there is one */
  certification_id: ColumnType<string | null, string | null, string | null>;

  /** the 事業対象者の登録 it rests on, when there is one */
  registration_id: ColumnType<string | null, string | null, string | null>;

  /** planned services: [{group, code, label, officeName}]; group decides the type */
  services: ColumnType<unknown, unknown | undefined, unknown>;

  /** 類型 computed from the services when it was decided */
  type_proposed: ColumnType<string | null, string | null, string | null>;

  /** 類型 as decided by a person; null: アセスメント goes on */
  type_decided: ColumnType<string | null, string | null, string | null>;

  /** who decided the 類型 */
  type_decided_by: ColumnType<string | null, string | null, string | null>;

  /** when the 類型 was decided */
  type_decided_at: ColumnType<string | null, string | null, string | null>;

  /** why it differs from the proposal, or a remark */
  type_reason: ColumnType<string | null, string | null, string | null>;

  /** responsible worker of the centre; null after a transfer until chosen anew */
  staff_id: ColumnType<string | null, string | null, string | null>;

  /** 重要事項説明: the day (DLY-02) */
  contract_explained_on: ColumnType<string | null, string | null, string | null>;

  /** who explained */
  contract_explained_by: ColumnType<string | null, string | null, string | null>;

  /** to whom: the person, a family member */
  contract_explained_to: ColumnType<string | null, string | null, string | null>;

  /** version of the 重要事項説明書 */
  contract_version: ColumnType<string | null, string | null, string | null>;

  /** paper or electronic */
  contract_medium: ColumnType<string | null, string | null, string | null>;

  /** consent to the contract; null: none, a warning stands as a task */
  contract_consented_on: ColumnType<string | null, string | null, string | null>;

  /** last day of the contract; null: in force */
  contract_ended_on: ColumnType<string | null, string | null, string | null>;

  /** why the contract ended */
  contract_end_reason: ColumnType<string | null, string | null, string | null>;

  /** 公正中立 (DLY-05): [{about, shown, chosen, reason, explainedBy, explainedOn}] */
  choices: ColumnType<unknown, unknown | undefined, unknown>;

  /** month in which the service starts; null: not known, nothing can be computed */
  start_month: ColumnType<string | null, string | null, string | null>;

  /** standard · video · flexible (longer interval) */
  mode: ColumnType<string, string | undefined, string>;

  /** flexible: months of the longer interval; type B: months between two monitorings */
  mode_months: ColumnType<number | null, number | null, number | null>;

  /** which conditions of the mode hold, by code, with the day on which it was said */
  mode_conditions: ColumnType<unknown, unknown | undefined, unknown>;

  /** remark on the conditions */
  mode_note: ColumnType<string | null, string | null, string | null>;

  /** first day of the plan */
  plan_from: ColumnType<string | null, string | null, string | null>;

  /** last day of the plan */
  plan_to: ColumnType<string | null, string | null, string | null>;

  /** last day of the evaluation period; its month needs a visit and an evaluation */
  evaluation_on: ColumnType<string | null, string | null, string | null>;

  /** preparing 準備中 · running 実施中 · ended 終了 */
  state: ColumnType<string, string | undefined, string>;

  /** day on which it was opened */
  opened_on: ColumnType<string, string, string>;

  /** day on which it went into 実施中 */
  started_on: ColumnType<string | null, string | null, string | null>;

  /** last day */
  ended_on: ColumnType<string | null, string | null, string | null>;

  /** why it ended */
  end_reason: ColumnType<string | null, string | null, string | null>;

  /** computed: next home visit by this day (CPM-03) */
  visit_due_on: ColumnType<string | null, string | null, string | null>;

  /** computed: next monitoring by visit or video, or the next one of type B */
  span_due_on: ColumnType<string | null, string | null, string | null>;

  /** computed: next contact in a month without visit */
  contact_due_on: ColumnType<string | null, string | null, string | null>;

  /** computed: next evaluation by this day */
  evaluation_due_on: ColumnType<string | null, string | null, string | null>;

  /** computed: the earliest of the four; null: none, or cannot be computed */
  next_due_on: ColumnType<string | null, string | null, string | null>;

  /** next_due_on with "none" at the end, for the order of lists */
  sort_due_on: ColumnType<string | null, never, never>;

  /** why a due date cannot be computed; empty: nothing is missing */
  gaps: ColumnType<string[], string[] | undefined, string[]>;

  /** when it was stored */
  created_at: ColumnType<string, string | undefined, string>;

  /** who stored it */
  created_by: ColumnType<string | null, string | null, string | null>;
}

export type CareManagement = Selectable<CareManagementTable>;

export type NewCareManagement = Insertable<CareManagementTable>;

export type CareManagementUpdate = Updateable<CareManagementTable>;