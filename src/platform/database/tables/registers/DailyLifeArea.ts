import type { InsurerInsurerId } from './Insurer.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for registers.daily_life_area */
export type DailyLifeAreaId = string & { __brand: 'registers.daily_life_area' };

/**
 * Represents the table registers.daily_life_area
 * 日常生活圏域 with dates of validity
 */
export default interface DailyLifeAreaTable {
  insurer_id: ColumnType<InsurerInsurerId, InsurerInsurerId, InsurerInsurerId>;

  id: ColumnType<DailyLifeAreaId, DailyLifeAreaId | undefined, DailyLifeAreaId>;

  code: ColumnType<string, string, string>;

  name: ColumnType<string, string, string>;

  valid_from: ColumnType<string, string, string>;

  valid_to: ColumnType<string | null, string | null, string | null>;

  version: ColumnType<number, number | undefined, number>;
}

export type DailyLifeArea = Selectable<DailyLifeAreaTable>;

export type NewDailyLifeArea = Insertable<DailyLifeAreaTable>;

export type DailyLifeAreaUpdate = Updateable<DailyLifeAreaTable>;