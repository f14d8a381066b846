import type { InsurerInsurerId } from './Insurer.ts';
import type { StaffId } from './Staff.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for registers.access_reset */
export type AccessResetId = string & { __brand: 'registers.access_reset' };

/**
 * Represents the table registers.access_reset
 * 出し直し: an administrator reset the password or the second factor of an account; noted before it is done
 */
export default interface AccessResetTable {
  insurer_id: ColumnType<InsurerInsurerId, InsurerInsurerId, InsurerInsurerId>;

  id: ColumnType<AccessResetId, AccessResetId | undefined, AccessResetId>;

  /** whose account */
  staff_id: ColumnType<StaffId, StaffId, StaffId>;

  /** password · second-factor */
  kind: ColumnType<string, string, string>;

  /** the administrator who did it */
  reset_by: ColumnType<string, string, string>;

  reset_at: ColumnType<string, string | undefined, string>;

  version: ColumnType<number, number | undefined, number>;
}

export type AccessReset = Selectable<AccessResetTable>;

export type NewAccessReset = Insertable<AccessResetTable>;

export type AccessResetUpdate = Updateable<AccessResetTable>;