import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { RegistrationId } from './Registration.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for casework.registration_move */
export type RegistrationMoveId = string & { __brand: 'casework.registration_move' };

/**
 * Represents the table casework.registration_move
 * every transition of a course with its person, date and reason; append-only
 */
export default interface RegistrationMoveTable {
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  id: ColumnType<RegistrationMoveId, RegistrationMoveId | undefined, RegistrationMoveId>;

  registration_id: ColumnType<RegistrationId, RegistrationId, RegistrationId>;

  person_id: ColumnType<string, string, string>;

  /** centre that looks after the person (access); follows a transfer */
  centre_id: ColumnType<string | null, string | null, string | null>;

  from_state: ColumnType<string, string, string>;

  to_state: ColumnType<string, string, string>;

  /** day of the transition; `at` is when it was typed */
  moved_on: ColumnType<string, string, string>;

  staff_id: ColumnType<string, string, string>;

  /** for whom the person acted: only the municipality registers */
  office: ColumnType<string, string, string>;

  reason: ColumnType<string, string, string>;

  /** 本人の希望, on the way through the fork */
  wish: ColumnType<string | null, string | null, string | null>;

  consent: ColumnType<boolean | null, boolean | null, boolean | null>;

  is_told: ColumnType<boolean | null, boolean | null, boolean | null>;

  asked_by: ColumnType<string | null, string | null, string | null>;

  asked_on: ColumnType<string | null, string | null, string | null>;

  at: ColumnType<string, string | undefined, string>;
}

export type RegistrationMove = Selectable<RegistrationMoveTable>;

export type NewRegistrationMove = Insertable<RegistrationMoveTable>;

export type RegistrationMoveUpdate = Updateable<RegistrationMoveTable>;