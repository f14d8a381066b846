import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { PersonEventId } from './PersonEvent.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for casework.person_event_row */
export type PersonEventRowId = string & { __brand: 'casework.person_event_row' };

/**
 * Represents the table casework.person_event_row
 * what an event changed, row by row, for its 取消; read by the doors only
 */
export default interface PersonEventRowTable {
  /** insurer */
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  /** given by the database */
  id: ColumnType<PersonEventRowId, PersonEventRowId | undefined, PersonEventRowId>;

  /** the event */
  event_id: ColumnType<PersonEventId, PersonEventId, PersonEventId>;

  /** schema and table */
  table_name: ColumnType<string, string, string>;

  /** id of the row */
  row_id: ColumnType<string, string, string>;

  /** columns as they were; null: the event made the row */
  before: ColumnType<unknown | null, unknown | null, unknown | null>;

  /** the same columns as the event left them */
  after: ColumnType<unknown, unknown, unknown>;
}

export type PersonEventRow = Selectable<PersonEventRowTable>;

export type NewPersonEventRow = Insertable<PersonEventRowTable>;

export type PersonEventRowUpdate = Updateable<PersonEventRowTable>;