import type { InsurerInsurerId } from './Insurer.ts';
import type { StaffId } from './Staff.ts';
import type { CentreId } from './Centre.ts';
import type { OrganisationId } from './Organisation.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for registers.post */
export type PostId = string & { __brand: 'registers.post' };

/**
 * Represents the table registers.post
 * 職: what a member of staff is, where, from when to when; rights come from the post, never from the name
 */
export default interface PostTable {
  insurer_id: ColumnType<InsurerInsurerId, InsurerInsurerId, InsurerInsurerId>;

  id: ColumnType<PostId, PostId | undefined, PostId>;

  staff_id: ColumnType<StaffId, StaffId, StaffId>;

  /** a role of src/platform/access/roles.ts */
  role: ColumnType<string, string, string>;

  centre_id: ColumnType<CentreId | null, CentreId | null, CentreId | null>;

  organisation_id: ColumnType<OrganisationId | null, OrganisationId | null, OrganisationId | null>;

  valid_from: ColumnType<string, string, string>;

  valid_to: ColumnType<string | null, string | null, string | null>;

  version: ColumnType<number, number | undefined, number>;

  /** who last shortened the post; null: nobody did */
  ended_by: ColumnType<string | null, string | null, string | null>;

  /** the day on which it was last shortened, whatever last day it was given */
  ended_on: ColumnType<string | null, string | null, string | null>;
}

export type Post = Selectable<PostTable>;

export type NewPost = Insertable<PostTable>;

export type PostUpdate = Updateable<PostTable>;