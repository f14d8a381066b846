import type { InsurerInsurerId } from './Insurer.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for registers.local_setting */
export type LocalSettingId = string & { __brand: 'registers.local_setting' };

/**
 * Represents the table registers.local_setting
 * 保険者の設定: a value of the municipality's own from a day on; without a row the value of the definition holds
 */
export default interface LocalSettingTable {
  insurer_id: ColumnType<InsurerInsurerId, InsurerInsurerId, InsurerInsurerId>;

  id: ColumnType<LocalSettingId, LocalSettingId | undefined, LocalSettingId>;

  version: ColumnType<number, number | undefined, number>;

  /** key of a definition that an area exports in settings.ts */
  key: ColumnType<string, string, string>;

  /** first day in force; in force until the day before the next row of the key */
  valid_from: ColumnType<string, string, string>;

  /** checked against the schema of the definition when it is stored and when it is read */
  value: ColumnType<unknown, unknown, unknown>;

  /** 根拠: 要綱, 条例, 決裁 … that fixed the value */
  source: ColumnType<string, string, string>;

  note: ColumnType<string | null, string | null, string | null>;

  /** staff who entered this state of the row */
  entered_by: ColumnType<string | null, string | null, string | null>;

  entered_at: ColumnType<string, string | undefined, string>;

  /** the second officer, who approved this state of the row; null: the setting needs none */
  approved_by: ColumnType<string | null, string | null, string | null>;
}

export type LocalSetting = Selectable<LocalSettingTable>;

export type NewLocalSetting = Insertable<LocalSettingTable>;

export type LocalSettingUpdate = Updateable<LocalSettingTable>;