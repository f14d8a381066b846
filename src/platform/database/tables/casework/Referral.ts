import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { ConsultationId } from './Consultation.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for casework.referral */
export type ReferralId = string & { __brand: 'casework.referral' };

/**
 * Represents the table casework.referral
 * 紹介・引き継ぎ of a consultation, with receipt
 */
export default interface ReferralTable {
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  id: ColumnType<ReferralId, ReferralId | undefined, ReferralId>;

  version: ColumnType<number, number | undefined, number>;

  consultation_id: ColumnType<ConsultationId, ConsultationId, ConsultationId>;

  person_id: ColumnType<string | null, string | null, string | null>;

  centre_id: ColumnType<string | null, string | null, string | null>;

  to_kind: ColumnType<string, string, string>;

  to_name: ColumnType<string, string, string>;

  to_centre_id: ColumnType<string | null, string | null, string | null>;

  to_staff_id: ColumnType<string | null, string | null, string | null>;

  /** 本人の同意; null: not asked yet */
  consent: ColumnType<boolean | null, boolean | null, boolean | null>;

  content: ColumnType<string | null, string | null, string | null>;

  sent_on: ColumnType<string, string, string>;

  reply_due_on: ColumnType<string | null, string | null, string | null>;

  /** 受領: when the other side said it has it */
  received_at: ColumnType<string | null, string | null, string | null>;

  received_by: ColumnType<string | null, string | null, string | null>;

  result: ColumnType<string | null, string | null, string | null>;

  result_at: ColumnType<string | null, string | null, string | null>;

  /** the giver's 回答待ち task that the receipt ends */
  task_id: ColumnType<string | null, string | null, string | null>;
}

export type Referral = Selectable<ReferralTable>;

export type NewReferral = Insertable<ReferralTable>;

export type ReferralUpdate = Updateable<ReferralTable>;