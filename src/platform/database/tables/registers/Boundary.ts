import type { BoundarySetId } from './BoundarySet.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for registers.boundary */
export type BoundaryCode = string & { __brand: 'registers.boundary' };

/**
 * Represents the table registers.boundary
 * municipalities and wards of designated cities as shapes of a set
 */
export default interface BoundaryTable {
  /** the file */
  set_id: ColumnType<BoundarySetId, BoundarySetId, BoundarySetId>;

  /** six digits, of the day of the set */
  code: ColumnType<BoundaryCode, BoundaryCode, BoundaryCode>;

  /** as the file writes it: 中央区, 高松市 */
  name: ColumnType<string, string, string>;

  /** the designated city of a ward: 札幌市; null otherwise */
  city_name: ColumnType<string | null, string | null, string | null>;

  /** six digits */
  prefecture_code: ColumnType<string, string, string>;

  /** polygons, rings, indexes of arcs of the set; ~index walks an arc backwards */
  polygons: ColumnType<unknown, unknown, unknown>;

  /** rings, points and a hash of them: tells whether a newer file changes the shape */
  outline: ColumnType<string, string, string>;
}

export type Boundary = Selectable<BoundaryTable>;

export type NewBoundary = Insertable<BoundaryTable>;

export type BoundaryUpdate = Updateable<BoundaryTable>;