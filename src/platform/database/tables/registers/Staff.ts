import type { InsurerInsurerId } from './Insurer.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for registers.staff */
export type StaffId = string & { __brand: 'registers.staff' };

/**
 * Represents the table registers.staff
 * people who work with the system; staff_number is the log-in name, unique over all insurers of the installation
 */
export default interface StaffTable {
  insurer_id: ColumnType<InsurerInsurerId, InsurerInsurerId, InsurerInsurerId>;

  id: ColumnType<StaffId, StaffId | undefined, StaffId>;

  staff_number: ColumnType<string, string, string>;

  name: ColumnType<string, string, string>;

  kana: ColumnType<string, string, string>;

  /** 保健師等 · 社会福祉士 · 主任介護支援専門員 · 介護支援専門員 · 事務 · コーディネーター · その他 */
  profession: ColumnType<string, string, string>;

  valid_from: ColumnType<string, string, string>;

  valid_to: ColumnType<string | null, string | null, string | null>;

  version: ColumnType<number, number | undefined, number>;
}

export type Staff = Selectable<StaffTable>;

export type NewStaff = Insertable<StaffTable>;

export type StaffUpdate = Updateable<StaffTable>;