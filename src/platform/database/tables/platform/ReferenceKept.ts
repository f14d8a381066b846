import type { ReferenceRunId } from './ReferenceRun.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for platform.reference_kept */
export type ReferenceKeptTableName = string & { __brand: 'platform.reference_kept' };

/** Identifier type for platform.reference_kept */
export type ReferenceKeptSide = string & { __brand: 'platform.reference_kept' };

/** Identifier type for platform.reference_kept */
export type ReferenceKeptPlace = number & { __brand: 'platform.reference_kept' };

/**
 * Represents the table platform.reference_kept
 * rows that a run replaced, to be put back by an undo
 */
export default interface ReferenceKeptTable {
  /** the run */
  run_id: ColumnType<ReferenceRunId, ReferenceRunId, ReferenceRunId>;

  /** the table, with its schema */
  table_name: ColumnType<ReferenceKeptTableName, ReferenceKeptTableName, ReferenceKeptTableName>;

  /** before: a row the run changed or removed · after: a row it left changed or new */
  side: ColumnType<ReferenceKeptSide, ReferenceKeptSide, ReferenceKeptSide>;

  /** counted from 1 */
  place: ColumnType<ReferenceKeptPlace, ReferenceKeptPlace, ReferenceKeptPlace>;

  /** before: the row as PostgreSQL writes it · after: MD5 of that, to see that nobody changed it since */
  content: ColumnType<string, string, string>;
}

export type ReferenceKept = Selectable<ReferenceKeptTable>;

export type NewReferenceKept = Insertable<ReferenceKeptTable>;

export type ReferenceKeptUpdate = Updateable<ReferenceKeptTable>;