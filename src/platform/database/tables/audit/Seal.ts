import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for audit.seal */
export type SealSeq = number & { __brand: 'audit.seal' };

/**
 * Represents the table audit.seal
 * one chain per installation over all committed lines, written by the sealer alone; append-only
 */
export default interface SealTable {
  /** 1, 2, 3 … without a gap, in the order (epoch, xid, id) of the lines */
  seq: ColumnType<SealSeq, SealSeq, SealSeq>;

  /** the sealed line; no foreign key, so that a removed line leaves its seal as a witness */
  line_id: ColumnType<string, string, string>;

  /** HMAC-SHA256 over the previous mac and the line, with a key outside the database */
  mac: ColumnType<unknown, unknown, unknown>;
}

export type Seal = Selectable<SealTable>;

export type NewSeal = Insertable<SealTable>;

export type SealUpdate = Updateable<SealTable>;