import type { InsurerInsurerId } from './Insurer.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for registers.care_office_decision */
export type CareOfficeDecisionId = string & { __brand: 'registers.care_office_decision' };

/**
 * Represents the table registers.care_office_decision
 * what the insurer decided about one number with several names or addresses; earlier ones are in platform.history
 */
export default interface CareOfficeDecisionTable {
  /** the tenant */
  insurer_id: ColumnType<InsurerInsurerId, InsurerInsurerId, InsurerInsurerId>;

  /** names the row in routes and history */
  id: ColumnType<CareOfficeDecisionId, CareOfficeDecisionId | undefined, CareOfficeDecisionId>;

  /** 事業所番号 */
  office_number: ColumnType<string, string, string>;

  /** one-office: shown_name and shown_address stand for it · different-offices: each text is an office of its own */
  outcome: ColumnType<string, string, string>;

  /** one of the names of the files; null: different offices */
  shown_name: ColumnType<string | null, string | null, string | null>;

  /** one of the addresses of the files; null: different offices, or no file gives one */
  shown_address: ColumnType<string | null, string | null, string | null>;

  /** in the words of who decided */
  reason: ColumnType<string, string, string>;

  /** of the texts it was decided on; another one now: to be decided again */
  texts_hash: ColumnType<string, string, string>;

  /** the names and addresses it was decided on, to be shown beside the new ones */
  texts: ColumnType<unknown, unknown, unknown>;

  /** accepted together with others that differ in width and spaces only */
  is_bulk: ColumnType<boolean, boolean | undefined, boolean>;

  /** staff */
  decided_by: ColumnType<string, string, string>;

  /** when */
  decided_at: ColumnType<string, string, string>;

  /** raised by every update */
  version: ColumnType<number, number | undefined, number>;
}

export type CareOfficeDecision = Selectable<CareOfficeDecisionTable>;

export type NewCareOfficeDecision = Insertable<CareOfficeDecisionTable>;

export type CareOfficeDecisionUpdate = Updateable<CareOfficeDecisionTable>;