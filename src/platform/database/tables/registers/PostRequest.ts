import type { InsurerInsurerId } from './Insurer.ts';
import type { StaffId } from './Staff.ts';
import type { CentreId } from './Centre.ts';
import type { OrganisationId } from './Organisation.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for registers.post_request */
export type PostRequestId = string & { __brand: 'registers.post_request' };

/**
 * Represents the table registers.post_request
 * 確認を待つ職: asked for by an administrator, a post only once a second person has confirmed it
 */
export default interface PostRequestTable {
  insurer_id: ColumnType<InsurerInsurerId, InsurerInsurerId, InsurerInsurerId>;

  id: ColumnType<PostRequestId, PostRequestId | undefined, PostRequestId>;

  /** for whom */
  staff_id: ColumnType<StaffId, StaffId, StaffId>;

  /** a role of src/platform/access/roles.ts */
  role: ColumnType<string, string, string>;

  centre_id: ColumnType<CentreId | null, CentreId | null, CentreId | null>;

  organisation_id: ColumnType<OrganisationId | null, OrganisationId | null, OrganisationId | null>;

  valid_from: ColumnType<string, string, string>;

  valid_to: ColumnType<string | null, string | null, string | null>;

  /** own: for oneself · insurer: the role reaches the whole insurer · administrator: it manages staff */
  reason: ColumnType<string, string, string>;

  /** the administrator who asked */
  requested_by: ColumnType<string, string, string>;

  requested_at: ColumnType<string, string | undefined, string>;

  /** who confirmed or refused; never the one who asked nor the one it is for */
  decided_by: ColumnType<string | null, string | null, string | null>;

  decided_at: ColumnType<string | null, string | null, string | null>;

  /** null: waiting · confirmed · refused · withdrawn by an administrator */
  decision: ColumnType<string | null, string | null, string | null>;

  version: ColumnType<number, number | undefined, number>;
}

export type PostRequest = Selectable<PostRequestTable>;

export type NewPostRequest = Insertable<PostRequestTable>;

export type PostRequestUpdate = Updateable<PostRequestTable>;