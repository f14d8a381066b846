import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { ConsultationId } from './Consultation.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for casework.abuse_case */
export type AbuseCaseId = string & { __brand: 'casework.abuse_case' };

/**
 * Represents the table casework.abuse_case
 * 虐待対応: opened in the transaction of the consultation that names it (CON-04); its course comes with the rights area
 */
export default interface AbuseCaseTable {
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  id: ColumnType<AbuseCaseId, AbuseCaseId | undefined, AbuseCaseId>;

  version: ColumnType<number, number | undefined, number>;

  person_id: ColumnType<string | null, string | null, string | null>;

  centre_id: ColumnType<string | null, string | null, string | null>;

  consultation_id: ColumnType<ConsultationId, ConsultationId, ConsultationId>;

  opened_at: ColumnType<string, string, string>;

  opened_by: ColumnType<string, string, string>;

  state: ColumnType<string, string | undefined, string>;
}

export type AbuseCase = Selectable<AbuseCaseTable>;

export type NewAbuseCase = Insertable<AbuseCaseTable>;

export type AbuseCaseUpdate = Updateable<AbuseCaseTable>;