import type { DatasetReleaseId as platform_DatasetReleaseId } from '../platform/DatasetRelease.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/**
 * Represents the table registers.insurer_member
 * 構成市町村 of 広域連合 and 一部事務組合 that published lists of insurers name only as a whole
 */
export default interface InsurerMemberTable {
  /** six digits, of the insurer */
  prefecture_code: ColumnType<string, string, string>;

  /** as the file writes it */
  insurer_name: ColumnType<string, string, string>;

  /** key of the name */
  insurer_fold: ColumnType<string, string, string>;

  /** six digits */
  municipality_code: ColumnType<string, string, string>;

  /** first day as a member; null: from before what we know */
  valid_from: ColumnType<string | null, string | null, string | null>;

  /** last day; null: open */
  valid_to: ColumnType<string | null, string | null, string | null>;

  /** where it stands: 規約, 公報, a page of the insurer */
  source: ColumnType<string, string | undefined, string>;

  /** the file that says so */
  release_id: ColumnType<platform_DatasetReleaseId, platform_DatasetReleaseId, platform_DatasetReleaseId>;
}

export type InsurerMember = Selectable<InsurerMemberTable>;

export type NewInsurerMember = Insertable<InsurerMemberTable>;

export type InsurerMemberUpdate = Updateable<InsurerMemberTable>;