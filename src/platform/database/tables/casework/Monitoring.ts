import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { CareManagementId } from './CareManagement.ts';
import type { PersonId } from './Person.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for casework.monitoring */
export type MonitoringId = string & { __brand: 'casework.monitoring' };

/**
 * Represents the table casework.monitoring
 * 訪問・連絡・評価・計画の原案 in a course of care management; never removed, only withdrawn
 */
export default interface MonitoringTable {
  /** the insurer */
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  /** made by the client, so that a repeated send stores once */
  id: ColumnType<MonitoringId, MonitoringId | undefined, MonitoringId>;

  /** raised by every update */
  version: ColumnType<number, number | undefined, number>;

  /** the course */
  course_id: ColumnType<CareManagementId, CareManagementId, CareManagementId>;

  /** whose */
  person_id: ColumnType<PersonId, PersonId, PersonId>;

  /** 担当センター (access); follows a transfer */
  centre_id: ColumnType<string | null, string | null, string | null>;

  /** monitoring モニタリング · assessment アセスメント · plan 計画の原案 · evaluation 評価 */
  subject: ColumnType<string, string, string>;

  /** day on which it was done */
  done_on: ColumnType<string, string, string>;

  /** home 訪問 · place 利用先 · phone 電話 · video テレビ電話 · online オンライン */
  way: ColumnType<string, string, string>;

  /** who did it */
  staff_id: ColumnType<string, string, string>;

  /** the contractor's office; null: done by the centre */
  organisation_id: ColumnType<string | null, string | null, string | null>;

  /** the centre that did it (counting); null: the contractor */
  recorded_centre_id: ColumnType<string | null, string | null, string | null>;

  /** what was found and done */
  result: ColumnType<string, string, string>;

  /** 状態の変化; marked asks for a visit; unknown: could not be seen */
  change: ColumnType<string, string, string>;

  /** 評価: what follows */
  outcome: ColumnType<string | null, string | null, string | null>;

  /** 計画の原案: first day */
  plan_from: ColumnType<string | null, string | null, string | null>;

  /** 計画の原案: last day, also the end of the evaluation period */
  plan_to: ColumnType<string | null, string | null, string | null>;

  /** null: not recorded, never zero */
  minutes: ColumnType<number | null, number | null, number | null>;

  /** 確認 by the centre of a contractor's record (CPM-05 a); null: not yet, or not needed */
  confirmed_at: ColumnType<string | null, string | null, string | null>;

  /** who confirmed */
  confirmed_by: ColumnType<string | null, string | null, string | null>;

  /** センターの意見 */
  opinion: ColumnType<string | null, string | null, string | null>;

  /** taken back: counts nowhere */
  withdrawn_at: ColumnType<string | null, string | null, string | null>;

  /** who took it back */
  withdrawn_by: ColumnType<string | null, string | null, string | null>;

  /** why */
  withdrawn_reason: ColumnType<string | null, string | null, string | null>;

  /** when it was stored */
  created_at: ColumnType<string, string | undefined, string>;

  /** who stored it */
  created_by: ColumnType<string | null, string | null, string | null>;
}

export type Monitoring = Selectable<MonitoringTable>;

export type NewMonitoring = Insertable<MonitoringTable>;

export type MonitoringUpdate = Updateable<MonitoringTable>;