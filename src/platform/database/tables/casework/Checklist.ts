import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { PersonId } from './Person.ts';
import type { StaffId as registers_StaffId } from '../registers/Staff.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for casework.checklist */
export type ChecklistId = string & { __brand: 'casework.checklist' };

/**
 * Represents the table casework.checklist
 * 基本チェックリスト (CHK-01 to CHK-04): one sheet of answers, the judgement proposed from them, and the professional's own
 */
export default interface ChecklistTable {
  /** the insurer */
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  /** uuid v7, made by the browser on the form: a repeated send stores once */
  id: ColumnType<ChecklistId, ChecklistId | undefined, ChecklistId>;

  /** raised by every update */
  version: ColumnType<number, number | undefined, number>;

  /** who answered */
  person_id: ColumnType<PersonId, PersonId, PersonId>;

  /** centre that looks after the person (access); follows a transfer */
  centre_id: ColumnType<string | null, string | null, string | null>;

  /** centre that did the checklist (counting); stays; null: the insurer itself or a contracted office */
  recorded_centre_id: ColumnType<string | null, string | null, string | null>;

  /** 圏域 of the person on the day of entry; stays */
  area_id: ColumnType<string | null, string | null, string | null>;

  /** who did the checklist; created_by is who typed it */
  staff_id: ColumnType<registers_StaffId, registers_StaffId, registers_StaffId>;

  /** version of the form's wording that was answered */
  form_version: ColumnType<string, string, string>;

  /** 実施日; parameters are those in force on this day */
  answered_on: ColumnType<string, string, string>;

  /** 面接 · 訪問 · 郵送 · 電話 · その他 */
  method: ColumnType<string, string, string>;

  /** 回答者: 本人 · 家族 · 本人と家族 · その他; null: not recorded */
  respondent: ColumnType<string | null, string | null, string | null>;

  /** how 0 and 1 of the entry were meant, as declared with it: paperNumber the number circled on that row, yesNo 1 はい and 0 いいえ */
  coding: ColumnType<string, string, string>;

  /** 25 cells by item number: yes, no, declined (回答拒否); null: blank; cell 12 always null (height and weight) */
  answers: ColumnType<string[], string[], string[]>;

  /** 0.01 cm; null: not measured */
  height_hundredths_cm: ColumnType<number | null, number | null, number | null>;

  /** 0.01 kg; null: not measured */
  weight_hundredths_kg: ColumnType<number | null, number | null, number | null>;

  /** free note */
  note: ColumnType<string | null, string | null, string | null>;

  /** null: not recorded, never counted as zero */
  minutes: ColumnType<number | null, number | null, number | null>;

  /** the proposal computed at entry; target says 基準に該当 and no more, never 事業対象者 */
  judgement: ColumnType<string, string, string>;

  /** criteria met at entry, in the order of 様式第二 */
  met: ColumnType<string[], string[], string[]>;

  /** criteria that the missing answers left open at entry */
  undetermined: ColumnType<string[], string[], string[]>;

  /** points of the 25 items that are known */
  known_points: ColumnType<number, number, number>;

  /** items of the 25 without an answer: the total lies between known and known + unknown */
  unknown_points: ColumnType<number, number, number>;

  /** insured type on answered_on as it was known at entry; null: not known */
  insured_type: ColumnType<string | null, string | null, string | null>;

  /** 認定 in force on answered_on as known at entry: support 要支援, care 要介護; null: none known */
  certification_level: ColumnType<string | null, string | null, string | null>;

  /** first day of that 認定 */
  certification_from: ColumnType<string | null, string | null, string | null>;

  /** last day of that 認定; null: not known */
  certification_to: ColumnType<string | null, string | null, string | null>;

  /** what the professional decided; null: 判定案 not confirmed yet */
  confirmed_judgement: ColumnType<string | null, string | null, string | null>;

  /** staff who confirmed */
  confirmed_by: ColumnType<string | null, string | null, string | null>;

  /** when */
  confirmed_at: ColumnType<string | null, string | null, string | null>;

  /** why, when it differs from the proposal */
  confirmed_reason: ColumnType<string | null, string | null, string | null>;

  /** form one sheet by hand · grid many at once · file by import */
  source: ColumnType<string, string, string>;

  /** the grid or file run it came with; null on the form */
  batch_id: ColumnType<string | null, string | null, string | null>;

  /** 取下げ: kept, counts nowhere */
  withdrawn_at: ColumnType<string | null, string | null, string | null>;

  /** staff who withdrew it */
  withdrawn_by: ColumnType<string | null, string | null, string | null>;

  /** why */
  withdrawn_reason: ColumnType<string | null, string | null, string | null>;

  /** instant of the entry */
  created_at: ColumnType<string, string, string>;

  /** staff who typed or loaded it; null: a command of the operator */
  created_by: ColumnType<string | null, string | null, string | null>;
}

export type Checklist = Selectable<ChecklistTable>;

export type NewChecklist = Insertable<ChecklistTable>;

export type ChecklistUpdate = Updateable<ChecklistTable>;