import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { DailyLifeAreaId as registers_DailyLifeAreaId } from '../registers/DailyLifeArea.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for evaluation.town_of_area */
export type TownOfAreaId = string & { __brand: 'evaluation.town_of_area' };

/**
 * Represents the table evaluation.town_of_area
 * 公表された町の圏域: which published town counts to which area of the insurer, with dates
 */
export default interface TownOfAreaTable {
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  id: ColumnType<TownOfAreaId, TownOfAreaId | undefined, TownOfAreaId>;

  /** municipality of the published table, six digits */
  municipality_code: ColumnType<string, string, string>;

  /** name as it stands in the published table */
  town_name: ColumnType<string, string, string>;

  /** the insurer's 日常生活圏域 */
  area_id: ColumnType<registers_DailyLifeAreaId, registers_DailyLifeAreaId, registers_DailyLifeAreaId>;

  /** first day on which the town counts there */
  valid_from: ColumnType<string, string, string>;

  /** last day; null: open */
  valid_to: ColumnType<string | null, string | null, string | null>;

  version: ColumnType<number, number | undefined, number>;
}

export type TownOfArea = Selectable<TownOfAreaTable>;

export type NewTownOfArea = Insertable<TownOfAreaTable>;

export type TownOfAreaUpdate = Updateable<TownOfAreaTable>;