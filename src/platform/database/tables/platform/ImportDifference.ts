import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for platform.import_difference */
export type ImportDifferenceInsurerId = number & { __brand: 'platform.import_difference' };

/** Identifier type for platform.import_difference */
export type ImportDifferenceRunId = string & { __brand: 'platform.import_difference' };

/** Identifier type for platform.import_difference */
export type ImportDifferenceState = string & { __brand: 'platform.import_difference' };

/** Identifier type for platform.import_difference */
export type ImportDifferencePart = number & { __brand: 'platform.import_difference' };

/**
 * Represents the table platform.import_difference
 * all differences of a run by screen, as its last reading found them; seen by its author
 */
export default interface ImportDifferenceTable {
  /** insurer of the author */
  insurer_id: ColumnType<ImportDifferenceInsurerId, ImportDifferenceInsurerId, ImportDifferenceInsurerId>;

  /** the run */
  run_id: ColumnType<ImportDifferenceRunId, ImportDifferenceRunId, ImportDifferenceRunId>;

  /** a part holds one state */
  state: ColumnType<ImportDifferenceState, ImportDifferenceState, ImportDifferenceState>;

  /** counted from 1 in each state, ordered by key */
  part: ColumnType<ImportDifferencePart, ImportDifferencePart, ImportDifferencePart>;

  /** the author */
  staff_id: ColumnType<string, string, string>;

  /** a JSON list, compressed (gzip) */
  content: ColumnType<unknown, unknown, unknown>;
}

export type ImportDifference = Selectable<ImportDifferenceTable>;

export type NewImportDifference = Insertable<ImportDifferenceTable>;

export type ImportDifferenceUpdate = Updateable<ImportDifferenceTable>;