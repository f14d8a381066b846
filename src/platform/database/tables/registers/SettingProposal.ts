import type { InsurerInsurerId } from './Insurer.ts';
import type { TwoPersonSettingKey } from './TwoPersonSetting.ts';
import type { StaffId } from './Staff.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for registers.setting_proposal */
export type SettingProposalId = string & { __brand: 'registers.setting_proposal' };

/**
 * Represents the table registers.setting_proposal
 * 設定の提案: a dated value, its correction or its removal, that one officer proposed and another approves; decided ones stay as history
 */
export default interface SettingProposalTable {
  insurer_id: ColumnType<InsurerInsurerId, InsurerInsurerId, InsurerInsurerId>;

  id: ColumnType<SettingProposalId, SettingProposalId | undefined, SettingProposalId>;

  version: ColumnType<number, number | undefined, number>;

  /** the setting */
  key: ColumnType<TwoPersonSettingKey, TwoPersonSettingKey, TwoPersonSettingKey>;

  /** add: a new dated value · correct: another value, day or source for setting_id · remove: setting_id is taken back */
  operation: ColumnType<string, string, string>;

  /** row of registers.local_setting that is corrected or removed; null: a new one */
  setting_id: ColumnType<string | null, string | null, string | null>;

  /** version of that row as the proposer saw it */
  setting_version: ColumnType<number | null, number | null, number | null>;

  /** first day in force of the new value; of a removal the day of the row */
  valid_from: ColumnType<string, string, string>;

  /** checked against the schema of the definition when proposed and when approved; null: removal */
  value: ColumnType<unknown | null, unknown | null, unknown | null>;

  /** 条例・規則・要綱・決裁の名称 */
  ordinance_title: ColumnType<string, string, string>;

  /** 番号: 平成12年条例第10号 */
  ordinance_number: ColumnType<string | null, string | null, string | null>;

  /** 条項: 第4条第1項 */
  ordinance_article: ColumnType<string | null, string | null, string | null>;

  /** 根拠 as it is printed, of the three before */
  source: ColumnType<string, string, string>;

  note: ColumnType<string | null, string | null, string | null>;

  /** the first officer */
  proposed_by: ColumnType<StaffId, StaffId, StaffId>;

  proposed_at: ColumnType<string, string | undefined, string>;

  /** approved, returned: the second officer, never the first · withdrawn: the first */
  decided_by: ColumnType<StaffId | null, StaffId | null, StaffId | null>;

  decided_at: ColumnType<string | null, string | null, string | null>;

  /** null: waiting · approved: in registers.local_setting · returned with a reason · withdrawn */
  decision: ColumnType<string | null, string | null, string | null>;

  /** why it was returned */
  reason: ColumnType<string | null, string | null, string | null>;
}

export type SettingProposal = Selectable<SettingProposalTable>;

export type NewSettingProposal = Insertable<SettingProposalTable>;

export type SettingProposalUpdate = Updateable<SettingProposalTable>;