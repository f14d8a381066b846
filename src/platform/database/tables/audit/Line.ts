import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for audit.line */
export type LineId = string & { __brand: 'audit.line' };

/**
 * Represents the table audit.line
 * who did what to whose record, what for, with which outcome: one line per response; identifiers only, never content; append-only
 */
export default interface LineTable {
  /** given by the database; the application role cannot choose it */
  id: ColumnType<LineId, LineId | undefined, LineId>;

  /** raised by audit.begin_epoch() when the lines move to another cluster, whose transaction numbers start anew */
  epoch: ColumnType<number, number | undefined, number>;

  /** transaction that wrote the line; lines below the oldest running transaction are complete and can be sealed */
  xid: ColumnType<unknown, unknown | undefined, unknown>;

  /** when the request was answered, from the clock of the server */
  at: ColumnType<string, string, string>;

  /** insurer of the actor; null: nobody was signed in, or a command of the operator */
  insurer_id: ColumnType<number | null, number | null, number | null>;

  /** who acted; null: nobody was signed in, or a command of the operator */
  staff_id: ColumnType<string | null, string | null, string | null>;

  /** the post in which the staff acted */
  post_id: ColumnType<string | null, string | null, string | null>;

  /** role of that post at that time */
  role: ColumnType<string | null, string | null, string | null>;

  /** identifier of the session, never its secret */
  session_id: ColumnType<string | null, string | null, string | null>;

  /** joins the line with the server log and with what the user was told */
  request_id: ColumnType<string, string, string>;

  /** audit word of the route: the purpose of a read is part of it */
  action: ColumnType<string, string, string>;

  /** done · refused: no right, or absent · failed: the server could not */
  outcome: ColumnType<string, string, string>;

  /** kind of the record that was read or written */
  record_type: ColumnType<string | null, string | null, string | null>;

  /** the record that was read or written */
  record_id: ColumnType<string | null, string | null, string | null>;

  /** everyone whose data the response showed or the request changed */
  person_ids: ColumnType<string[], string[] | undefined, string[]>;

  /** counts, field names, the reason of a break-glass access: never personal content */
  detail: ColumnType<unknown | null, unknown | null, unknown | null>;
}

export type Line = Selectable<LineTable>;

export type NewLine = Insertable<LineTable>;

export type LineUpdate = Updateable<LineTable>;