import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { CareManagementId } from './CareManagement.ts';
import type { PersonId } from './Person.ts';
import type { OrganisationId as registers_OrganisationId } from '../registers/Organisation.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for casework.entrustment */
export type EntrustmentId = string & { __brand: 'casework.entrustment' };

/**
 * Represents the table casework.entrustment
 * 委託 of a course to a 居宅介護支援事業所 (CPM-05): written by doors only, together with the access it gives
 */
export default interface EntrustmentTable {
  /** the insurer */
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  /** made by the client, so that a repeated send stores once */
  id: ColumnType<EntrustmentId, EntrustmentId | undefined, EntrustmentId>;

  /** raised by every update */
  version: ColumnType<number, number | undefined, number>;

  /** the course */
  course_id: ColumnType<CareManagementId, CareManagementId, CareManagementId>;

  /** whose */
  person_id: ColumnType<PersonId, PersonId, PersonId>;

  /** 担当センター (access); follows a transfer */
  centre_id: ColumnType<string | null, string | null, string | null>;

  /** 委託先の事業所 */
  organisation_id: ColumnType<registers_OrganisationId, registers_OrganisationId, registers_OrganisationId>;

  /** its care manager; null: whoever receives it */
  contractor_staff_id: ColumnType<string | null, string | null, string | null>;

  /** first day on which the contractor sees the person */
  valid_from: ColumnType<string, string, string>;

  /** last day on which it does; null: open. Before valid_from: it never began */
  valid_to: ColumnType<string | null, string | null, string | null>;

  /** 引き継ぎの内容 */
  hand_over: ColumnType<string, string, string>;

  /** 運営協議会 that approved the office; null: not recorded */
  committee_on: ColumnType<string | null, string | null, string | null>;

  /** when it was sent */
  sent_at: ColumnType<string, string, string>;

  /** who sent it */
  sent_by: ColumnType<string, string, string>;

  /** the sender's 回答待ち task that receipt or refusal ends */
  task_id: ColumnType<string | null, string | null, string | null>;

  /** 受領 */
  received_at: ColumnType<string | null, string | null, string | null>;

  /** who received it */
  received_by: ColumnType<string | null, string | null, string | null>;

  /** 辞退: the access ended at once */
  declined_at: ColumnType<string | null, string | null, string | null>;

  /** who declined */
  declined_by: ColumnType<string | null, string | null, string | null>;

  /** why it was declined */
  decline_reason: ColumnType<string | null, string | null, string | null>;

  /** when the last day was set */
  ended_at: ColumnType<string | null, string | null, string | null>;

  /** who set it */
  ended_by: ColumnType<string | null, string | null, string | null>;

  /** why it ended */
  end_reason: ColumnType<string | null, string | null, string | null>;

  /** row of platform.person_access that it gave; null: taken away again */
  access_id: ColumnType<string | null, string | null, string | null>;
}

export type Entrustment = Selectable<EntrustmentTable>;

export type NewEntrustment = Insertable<EntrustmentTable>;

export type EntrustmentUpdate = Updateable<EntrustmentTable>;