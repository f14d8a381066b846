import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for evaluation.place */
export type PlaceLevel = string & { __brand: 'evaluation.place' };

/** Identifier type for evaluation.place */
export type PlaceSeries = string & { __brand: 'evaluation.place' };

/** Identifier type for evaluation.place */
export type PlacePosition = number & { __brand: 'evaluation.place' };

/**
 * Represents the table evaluation.place
 * every place that published figures are kept for; its position is its element in the columns of figures
 */
export default interface PlaceTable {
  /** nation, prefecture, insurer, municipality or town */
  level: ColumnType<PlaceLevel, PlaceLevel, PlaceLevel>;

  /** japan; for towns the six-digit code of their municipality */
  series: ColumnType<PlaceSeries, PlaceSeries, PlaceSeries>;

  /** element in the columns of this level and series; given once, never used again */
  position: ColumnType<PlacePosition, PlacePosition, PlacePosition>;

  /** six digits; an insurer of one municipality has the code of it, a 広域連合 its prefecture's two digits, a colon and its folded name; a town its folded name */
  code: ColumnType<string, string, string>;

  /** as the source writes it */
  name: ColumnType<string, string, string>;

  /** six digits; null for the nation */
  prefecture_code: ColumnType<string | null, string | null, string | null>;

  /** insurer: the municipalities it consists of; empty: not known */
  municipality_codes: ColumnType<string[], string[] | undefined, string[]>;

  /** degrees, of a point inside; null: not given */
  latitude: ColumnType<number | null, number | null, number | null>;

  /** degrees */
  longitude: ColumnType<number | null, number | null, number | null>;
}

export type Place = Selectable<PlaceTable>;

export type NewPlace = Insertable<PlaceTable>;

export type PlaceUpdate = Updateable<PlaceTable>;