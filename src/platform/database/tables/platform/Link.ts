import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for platform.link */
export type LinkInsurerId = number & { __brand: 'platform.link' };

/** Identifier type for platform.link */
export type LinkId = string & { __brand: 'platform.link' };

/**
 * Represents the table platform.link
 * trace: joins records of all floors, readable both ways
 */
export default interface LinkTable {
  insurer_id: ColumnType<LinkInsurerId, LinkInsurerId, LinkInsurerId>;

  id: ColumnType<LinkId, LinkId | undefined, LinkId>;

  from_type: ColumnType<string, string, string>;

  from_id: ColumnType<string, string, string>;

  to_type: ColumnType<string, string, string>;

  to_id: ColumnType<string, string, string>;

  kind: ColumnType<string, string, string>;

  person_id: ColumnType<string | null, string | null, string | null>;

  centre_id: ColumnType<string | null, string | null, string | null>;

  created_at: ColumnType<string, string | undefined, string>;

  created_by: ColumnType<string | null, string | null, string | null>;
}

export type Link = Selectable<LinkTable>;

export type NewLink = Insertable<LinkTable>;

export type LinkUpdate = Updateable<LinkTable>;