import type { InsurerInsurerId } from './Insurer.ts';
import type { TownId } from './Town.ts';
import type { DailyLifeAreaId } from './DailyLifeArea.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for registers.area_town */
export type AreaTownValidFrom = string & { __brand: 'registers.area_town' };

/**
 * Represents the table registers.area_town
 * which town belongs to which 日常生活圏域, with dates
 */
export default interface AreaTownTable {
  insurer_id: ColumnType<InsurerInsurerId, InsurerInsurerId, InsurerInsurerId>;

  town_id: ColumnType<TownId, TownId, TownId>;

  valid_from: ColumnType<AreaTownValidFrom, AreaTownValidFrom, AreaTownValidFrom>;

  area_id: ColumnType<DailyLifeAreaId, DailyLifeAreaId, DailyLifeAreaId>;

  valid_to: ColumnType<string | null, string | null, string | null>;

  /** names the row in platform.history */
  id: ColumnType<string, string | undefined, string>;

  /** raised by every update */
  version: ColumnType<number, number | undefined, number>;
}

export type AreaTown = Selectable<AreaTownTable>;

export type NewAreaTown = Insertable<AreaTownTable>;

export type AreaTownUpdate = Updateable<AreaTownTable>;