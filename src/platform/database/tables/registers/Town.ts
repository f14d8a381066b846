import type { InsurerInsurerId } from './Insurer.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for registers.town */
export type TownId = string & { __brand: 'registers.town' };

/**
 * Represents the table registers.town
 * 町: the unit by which an address finds its area
 */
export default interface TownTable {
  insurer_id: ColumnType<InsurerInsurerId, InsurerInsurerId, InsurerInsurerId>;

  id: ColumnType<TownId, TownId | undefined, TownId>;

  name: ColumnType<string, string, string>;

  kana: ColumnType<string, string, string>;

  /** folded name, for matching addresses */
  fold: ColumnType<string, string, string>;

  latitude: ColumnType<number | null, number | null, number | null>;

  longitude: ColumnType<number | null, number | null, number | null>;

  version: ColumnType<number, number | undefined, number>;
}

export type Town = Selectable<TownTable>;

export type NewTown = Insertable<TownTable>;

export type TownUpdate = Updateable<TownTable>;