import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { PersonId } from './Person.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for casework.consultation */
export type ConsultationId = string & { __brand: 'casework.consultation' };

/**
 * Represents the table casework.consultation
 * 相談記録 (CON-01)
 */
export default interface ConsultationTable {
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  id: ColumnType<ConsultationId, ConsultationId | undefined, ConsultationId>;

  version: ColumnType<number, number | undefined, number>;

  /** null: about somebody not named; then unnamed_* say what is known */
  person_id: ColumnType<PersonId | null, PersonId | null, PersonId | null>;

  /** centre that looks after the person (access); follows a transfer */
  centre_id: ColumnType<string | null, string | null, string | null>;

  /** centre that took the call (counting); stays */
  recorded_centre_id: ColumnType<string | null, string | null, string | null>;

  area_id: ColumnType<string | null, string | null, string | null>;

  staff_id: ColumnType<string, string, string>;

  profession: ColumnType<string, string, string>;

  received_on: ColumnType<string, string, string>;

  received_at: ColumnType<string, string, string>;

  ended_at: ColumnType<string | null, string | null, string | null>;

  /** null: not recorded (CON-03), never counted as zero */
  minutes: ColumnType<number | null, number | null, number | null>;

  channel: ColumnType<string, string, string>;

  continuity: ColumnType<string, string, string>;

  caller: ColumnType<string, string, string>;

  caller_name: ColumnType<string | null, string | null, string | null>;

  caller_phone: ColumnType<string | null, string | null, string | null>;

  unnamed_age_band: ColumnType<string | null, string | null, string | null>;

  unnamed_sex: ColumnType<string | null, string | null, string | null>;

  household: ColumnType<string | null, string | null, string | null>;

  /** codes of 相談内容; empty counts as 不明 once (CON-02-c) */
  topics: ColumnType<string[], string[] | undefined, string[]>;

  urgency: ColumnType<string, string, string>;

  responder_id: ColumnType<string | null, string | null, string | null>;

  responded_at: ColumnType<string | null, string | null, string | null>;

  text: ColumnType<string, string, string>;

  /** folded text for search inside the door find_consultations */
  text_fold: ColumnType<string, string | undefined, string>;

  answer: ColumnType<string | null, string | null, string | null>;

  responses: ColumnType<string[], string[] | undefined, string[]>;

  consent: ColumnType<string, string | undefined, string>;

  consent_reason: ColumnType<string | null, string | null, string | null>;

  next_action: ColumnType<string | null, string | null, string | null>;

  due_on: ColumnType<string | null, string | null, string | null>;

  close_reason: ColumnType<string | null, string | null, string | null>;

  withdrawn_at: ColumnType<string | null, string | null, string | null>;

  withdrawn_reason: ColumnType<string | null, string | null, string | null>;

  created_at: ColumnType<string, string | undefined, string>;

  created_by: ColumnType<string | null, string | null, string | null>;
}

export type Consultation = Selectable<ConsultationTable>;

export type NewConsultation = Insertable<ConsultationTable>;

export type ConsultationUpdate = Updateable<ConsultationTable>;