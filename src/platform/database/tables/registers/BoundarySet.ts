import type { DatasetReleaseId as platform_DatasetReleaseId } from '../platform/DatasetRelease.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for registers.boundary_set */
export type BoundarySetId = string & { __brand: 'registers.boundary_set' };

/**
 * Represents the table registers.boundary_set
 * one file of boundaries: what area, of when, and the arcs its areas share
 */
export default interface BoundarySetTable {
  /** names the set in routes */
  id: ColumnType<BoundarySetId, BoundarySetId | undefined, BoundarySetId>;

  /** six digits of the prefecture; 000000 the nation */
  area_code: ColumnType<string, string, string>;

  /** the day whose areas these are, from the name of the file */
  as_of: ColumnType<string, string, string>;

  /** degrees = number × scale + translate, longitude first */
  transform: ColumnType<unknown, unknown, unknown>;

  /** TopoJSON arcs: the first point, then the steps, whole numbers */
  arcs: ColumnType<unknown, unknown, unknown>;

  /** areas of the file without a code (所属未定地), not stored */
  left_out: ColumnType<number, number | undefined, number>;

  /** the file */
  release_id: ColumnType<platform_DatasetReleaseId, platform_DatasetReleaseId, platform_DatasetReleaseId>;
}

export type BoundarySet = Selectable<BoundarySetTable>;

export type NewBoundarySet = Insertable<BoundarySetTable>;

export type BoundarySetUpdate = Updateable<BoundarySetTable>;