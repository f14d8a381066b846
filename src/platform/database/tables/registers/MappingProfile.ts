import type { InsurerInsurerId } from './Insurer.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for registers.mapping_profile */
export type MappingProfileId = string & { __brand: 'registers.mapping_profile' };

/**
 * Represents the table registers.mapping_profile
 * 対応づけ: which column of a list is which field, by heading
 */
export default interface MappingProfileTable {
  insurer_id: ColumnType<InsurerInsurerId, InsurerInsurerId, InsurerInsurerId>;

  id: ColumnType<MappingProfileId, MappingProfileId | undefined, MappingProfileId>;

  /** as its maker calls it; the command finds it by this name */
  name: ColumnType<string, string, string>;

  /** target, fixed values, header row, and every heading with its field, extra (kept as it is) or null (left out) */
  mapping: ColumnType<unknown, unknown, unknown>;

  /** 出典 to state with each file; null: the file carries it */
  attribution: ColumnType<string | null, string | null, string | null>;

  /** optimistic lock */
  version: ColumnType<number, number | undefined, number>;

  /** when it was last saved */
  changed_at: ColumnType<string, string | undefined, string>;

  /** staff who saved it last */
  changed_by: ColumnType<string, string, string>;
}

export type MappingProfile = Selectable<MappingProfileTable>;

export type NewMappingProfile = Insertable<MappingProfileTable>;

export type MappingProfileUpdate = Updateable<MappingProfileTable>;