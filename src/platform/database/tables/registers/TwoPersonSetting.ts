import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for registers.two_person_setting */
export type TwoPersonSettingKey = string & { __brand: 'registers.two_person_setting' };

/**
 * Represents the table registers.two_person_setting
 * keys of settings whose values need a second officer; the same keys carry approval: 'two' in settings.ts (a test compares them)
 */
export default interface TwoPersonSettingTable {
  /** key of a definition that an area exports in settings.ts; an area adds its own by a migration */
  key: ColumnType<TwoPersonSettingKey, TwoPersonSettingKey, TwoPersonSettingKey>;
}

export type TwoPersonSetting = Selectable<TwoPersonSettingTable>;

export type NewTwoPersonSetting = Insertable<TwoPersonSettingTable>;

export type TwoPersonSettingUpdate = Updateable<TwoPersonSettingTable>;