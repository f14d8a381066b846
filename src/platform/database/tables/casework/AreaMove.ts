import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { PersonId } from './Person.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for casework.area_move */
export type AreaMoveId = string & { __brand: 'casework.area_move' };

/**
 * Represents the table casework.area_move
 * 担当替え: a person whose area or centre followed a change of the registers
 */
export default interface AreaMoveTable {
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  id: ColumnType<AreaMoveId, AreaMoveId | undefined, AreaMoveId>;

  version: ColumnType<number, number | undefined, number>;

  person_id: ColumnType<PersonId, PersonId, PersonId>;

  /** who looks after the person now; follows every hand-over */
  centre_id: ColumnType<string | null, string | null, string | null>;

  from_centre_id: ColumnType<string | null, string | null, string | null>;

  /** the same as from_centre_id when only the area changed */
  to_centre_id: ColumnType<string | null, string | null, string | null>;

  from_area_id: ColumnType<string | null, string | null, string | null>;

  to_area_id: ColumnType<string, string, string>;

  /** day of the registers that it followed */
  moved_on: ColumnType<string, string, string>;

  moved_at: ColumnType<string, string, string>;

  moved_by: ColumnType<string, string, string>;

  /** when this person was taken back; it is not proposed again */
  undone_at: ColumnType<string | null, string | null, string | null>;

  undone_by: ColumnType<string | null, string | null, string | null>;
}

export type AreaMove = Selectable<AreaMoveTable>;

export type NewAreaMove = Insertable<AreaMoveTable>;

export type AreaMoveUpdate = Updateable<AreaMoveTable>;