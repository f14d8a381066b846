import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for platform.task */
export type TaskInsurerId = number & { __brand: 'platform.task' };

/** Identifier type for platform.task */
export type TaskId = string & { __brand: 'platform.task' };

/**
 * Represents the table platform.task
 * what has to be done by someone until a day, from any floor; Today reads only this
 */
export default interface TaskTable {
  insurer_id: ColumnType<TaskInsurerId, TaskInsurerId, TaskInsurerId>;

  id: ColumnType<TaskId, TaskId | undefined, TaskId>;

  version: ColumnType<number, number | undefined, number>;

  person_id: ColumnType<string | null, string | null, string | null>;

  centre_id: ColumnType<string | null, string | null, string | null>;

  /** staff who has to do it */
  holder_id: ColumnType<string, string, string>;

  kind: ColumnType<string, string, string>;

  title: ColumnType<string, string, string>;

  due_on: ColumnType<string, string, string>;

  /** open: to be done · waiting: 回答待ち, somebody else has to answer · done · withdrawn: its source ended it */
  state: ColumnType<string, string | undefined, string>;

  /** 新規担当: newly given to the holder and not yet taken note of */
  is_new: ColumnType<boolean, boolean | undefined, boolean>;

  postponed_from: ColumnType<string | null, string | null, string | null>;

  postponed_reason: ColumnType<string | null, string | null, string | null>;

  handed_by: ColumnType<string | null, string | null, string | null>;

  handed_at: ColumnType<string | null, string | null, string | null>;

  /** when the person it was handed to confirmed the receipt */
  received_at: ColumnType<string | null, string | null, string | null>;

  source_type: ColumnType<string, string, string>;

  source_id: ColumnType<string, string, string>;

  done_at: ColumnType<string | null, string | null, string | null>;

  done_by: ColumnType<string | null, string | null, string | null>;

  done_note: ColumnType<string | null, string | null, string | null>;

  created_at: ColumnType<string, string | undefined, string>;

  created_by: ColumnType<string | null, string | null, string | null>;

  /** 引き継ぎの理由 of the last hand-over */
  handed_reason: ColumnType<string | null, string | null, string | null>;
}

export type Task = Selectable<TaskTable>;

export type NewTask = Insertable<TaskTable>;

export type TaskUpdate = Updateable<TaskTable>;