import type { InsurerInsurerId as registers_InsurerInsurerId } from '../registers/Insurer.ts';
import type { PersonId } from './Person.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for casework.core_row */
export type CoreRowResidentNumber = string & { __brand: 'casework.core_row' };

/**
 * Represents the table casework.core_row
 * which row of the core system a person stands at: tells the same number with other content
 */
export default interface CoreRowTable {
  insurer_id: ColumnType<registers_InsurerInsurerId, registers_InsurerInsurerId, registers_InsurerInsurerId>;

  resident_number: ColumnType<CoreRowResidentNumber, CoreRowResidentNumber, CoreRowResidentNumber>;

  person_id: ColumnType<PersonId, PersonId, PersonId>;

  /** 履歴番号 of the row that was applied */
  history_number: ColumnType<number, number, number>;

  /** SHA-256 over the row; apart from the person and for the insurer's reach only, since an address could be tried against it */
  digest: ColumnType<string, string, string>;

  /** 作成日 of the full list from which the person had vanished (資格喪失 unknown); null: was in the latest */
  missing_since: ColumnType<string | null, string | null, string | null>;
}

export type CoreRow = Selectable<CoreRowTable>;

export type NewCoreRow = Insertable<CoreRowTable>;

export type CoreRowUpdate = Updateable<CoreRowTable>;