import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for platform.reference_run */
export type ReferenceRunId = string & { __brand: 'platform.reference_run' };

/**
 * Represents the table platform.reference_run
 * one taking in of published files: what, when, by whom, with which result; and whether it was undone
 */
export default interface ReferenceRunTable {
  /** for the screen */
  id: ColumnType<ReferenceRunId, ReferenceRunId | undefined, ReferenceRunId>;

  /** order in which the runs were stored */
  place: ColumnType<number, never, never>;

  /** kind of import */
  kind: ColumnType<string, string, string>;

  /** when, by the clock of the server */
  loaded_at: ColumnType<string, string, string>;

  /** staff id, command or sample */
  loaded_by: ColumnType<string, string, string>;

  /** insurer of that staff; null: command or sample */
  loader_insurer: ColumnType<number | null, number | null, number | null>;

  /** 出典 as the loader stated it; null: not stated */
  attribution: ColumnType<string | null, string | null, string | null>;

  /** lines of 出典 of the files */
  sources: ColumnType<string[], string[] | undefined, string[]>;

  /** name and SHA-256 of each file */
  files: ColumnType<unknown, unknown, unknown>;

  /** rows read */
  read_rows: ColumnType<number, number, number>;

  /** records that were new */
  added: ColumnType<number, number, number>;

  /** records that changed */
  changed: ColumnType<number, number, number>;

  /** records that vanished */
  removed: ColumnType<number, number, number>;

  /** records that stayed as they were */
  unchanged: ColumnType<number, number, number>;

  /** tables whose replaced rows are in reference_kept, with their columns at that time, those that others refer to first; null: nothing is kept, the run cannot be undone */
  kept_tables: ColumnType<unknown | null, unknown | null, unknown | null>;

  /** when it was undone; null: it stands */
  undone_at: ColumnType<string | null, string | null, string | null>;

  /** staff id or command */
  undone_by: ColumnType<string | null, string | null, string | null>;

  /** insurer of that staff; null: command */
  undone_insurer: ColumnType<number | null, number | null, number | null>;
}

export type ReferenceRun = Selectable<ReferenceRunTable>;

export type NewReferenceRun = Insertable<ReferenceRunTable>;

export type ReferenceRunUpdate = Updateable<ReferenceRunTable>;