import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { PersonId } from './Person.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for casework.certification */
export type CertificationId = string & { __brand: 'casework.certification' };

/**
 * Represents the table casework.certification
 * 要介護認定: one application with its result, or what the person's card says (CRT-01 to CRT-07)
 */
export default interface CertificationTable {
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  id: ColumnType<CertificationId, CertificationId | undefined, CertificationId>;

  version: ColumnType<number, number | undefined, number>;

  person_id: ColumnType<PersonId, PersonId, PersonId>;

  /** centre that looks after the person (access); follows a transfer */
  centre_id: ColumnType<string | null, string | null, string | null>;

  /** CRT-03 申請区分: new 1, renewal 2, change 3, exOfficio 4, movedIn 5, disqualified 6 */
  kind: ColumnType<string, string, string>;

  /** received 申請中 · decided 認定 · withdrawn 取下げ · rejected 却下 · cancelled 取消 */
  state: ColumnType<string, string, string>;

  /** application: what was applied for · card: a centre read it on the 被保険者証 · decision: the municipality's own */
  basis: ColumnType<string, string, string>;

  /** day of receipt at the municipality: starts CRT-04 and CRT-06; null: not known */
  applied_on: ColumnType<string | null, string | null, string | null>;

  decided_on: ColumnType<string | null, string | null, string | null>;

  /** CRT-01; 01 非該当 has no period; never 06, which is a registration */
  level: ColumnType<string | null, string | null, string | null>;

  valid_from: ColumnType<string | null, string | null, string | null>;

  /** last day as decided; the last day in force is earlier when a later 認定 begins or ended_on is set */
  valid_to: ColumnType<string | null, string | null, string | null>;

  /** N of CRT-04; null: read from a card */
  months: ColumnType<number | null, number | null, number | null>;

  /** true: N was not stated, the legal default was taken (CRT-04-j) */
  is_default_months: ColumnType<boolean, boolean | undefined, boolean>;

  /** last day in force where it was cancelled or given up within its period */
  ended_on: ColumnType<string | null, string | null, string | null>;

  /** day of 取下げ, 却下 or 取消 */
  closed_on: ColumnType<string | null, string | null, string | null>;

  closed_reason: ColumnType<string | null, string | null, string | null>;

  /** 処理見込み of a 延期通知 (CRT-06); null: none sent */
  postponed_to: ColumnType<string | null, string | null, string | null>;

  postponed_reason: ColumnType<string | null, string | null, string | null>;

  /** when the applicant was told */
  postponement_told_on: ColumnType<string | null, string | null, string | null>;

  /** CRT-07 key of src/law/casework/specified-diseases.ts; null: none stated */
  specified_disease: ColumnType<string | null, string | null, string | null>;

  /** ADL-01 of 主治医意見書; null: not recorded, notStated: the paper says nothing */
  disability_by_doctor: ColumnType<string | null, string | null, string | null>;

  /** ADL-01 of 認定調査票 */
  disability_by_examiner: ColumnType<string | null, string | null, string | null>;

  /** ADL-02 of 主治医意見書 */
  dementia_by_doctor: ColumnType<string | null, string | null, string | null>;

  /** ADL-02 of 認定調査票 */
  dementia_by_examiner: ColumnType<string | null, string | null, string | null>;

  /** DLY-03 申請代行: who handed the application in */
  proxy: ColumnType<string, string | undefined, string>;

  /** staff who did it, where it was this centre */
  proxy_staff_id: ColumnType<string | null, string | null, string | null>;

  /** who asked for the application: 本人, 長女 … */
  asked_by: ColumnType<string | null, string | null, string | null>;

  asked_on: ColumnType<string | null, string | null, string | null>;

  handed_in_on: ColumnType<string | null, string | null, string | null>;

  /** the municipality keeps the card, 資格者証 issued; null: not known */
  is_card_kept: ColumnType<boolean | null, boolean | null, boolean | null>;

  /** consent to disclosure ticked in the form (DLY-04); null: not asked */
  is_disclosure_agreed: ColumnType<boolean | null, boolean | null, boolean | null>;

  doctor: ColumnType<string | null, string | null, string | null>;

  /** day on which the card was looked at */
  confirmed_on: ColumnType<string | null, string | null, string | null>;

  note: ColumnType<string | null, string | null, string | null>;

  source: ColumnType<string, string | undefined, string>;

  created_at: ColumnType<string, string | undefined, string>;

  created_by: ColumnType<string | null, string | null, string | null>;
}

export type Certification = Selectable<CertificationTable>;

export type NewCertification = Insertable<CertificationTable>;

export type CertificationUpdate = Updateable<CertificationTable>;