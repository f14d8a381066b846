import type { InsurerInsurerId } from './Insurer.ts';
import type { DailyLifeAreaId } from './DailyLifeArea.ts';
import type { CentreId } from './Centre.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for registers.centre_area */
export type CentreAreaValidFrom = string & { __brand: 'registers.centre_area' };

/**
 * Represents the table registers.centre_area
 * which centre answers for which 日常生活圏域, with dates
 */
export default interface CentreAreaTable {
  insurer_id: ColumnType<InsurerInsurerId, InsurerInsurerId, InsurerInsurerId>;

  area_id: ColumnType<DailyLifeAreaId, DailyLifeAreaId, DailyLifeAreaId>;

  valid_from: ColumnType<CentreAreaValidFrom, CentreAreaValidFrom, CentreAreaValidFrom>;

  centre_id: ColumnType<CentreId, CentreId, CentreId>;

  valid_to: ColumnType<string | null, string | null, string | null>;

  /** names the row in platform.history */
  id: ColumnType<string, string | undefined, string>;

  /** raised by every update */
  version: ColumnType<number, number | undefined, number>;
}

export type CentreArea = Selectable<CentreAreaTable>;

export type NewCentreArea = Insertable<CentreAreaTable>;

export type CentreAreaUpdate = Updateable<CentreAreaTable>;