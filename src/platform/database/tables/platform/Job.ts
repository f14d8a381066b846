import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for platform.job */
export type JobInsurerId = number & { __brand: 'platform.job' };

/** Identifier type for platform.job */
export type JobId = string & { __brand: 'platform.job' };

/**
 * Represents the table platform.job
 * long work of one member of staff: its progress, its end, and the wish to cancel it; the queue itself is schema jobs
 */
export default interface JobTable {
  insurer_id: ColumnType<JobInsurerId, JobInsurerId, JobInsurerId>;

  id: ColumnType<JobId, JobId | undefined, JobId>;

  staff_id: ColumnType<string, string, string>;

  kind: ColumnType<string, string, string>;

  title: ColumnType<string, string, string>;

  input: ColumnType<unknown, unknown, unknown>;

  state: ColumnType<string, string | undefined, string>;

  done_units: ColumnType<number, number | undefined, number>;

  /** null: not known yet */
  total_units: ColumnType<number | null, number | null, number | null>;

  message: ColumnType<string | null, string | null, string | null>;

  /** what the page shows at the end; identifiers and counts */
  result: ColumnType<unknown | null, unknown | null, unknown | null>;

  is_cancel_requested: ColumnType<boolean, boolean | undefined, boolean>;

  created_at: ColumnType<string, string | undefined, string>;

  started_at: ColumnType<string | null, string | null, string | null>;

  ended_at: ColumnType<string | null, string | null, string | null>;
}

export type Job = Selectable<JobTable>;

export type NewJob = Insertable<JobTable>;

export type JobUpdate = Updateable<JobTable>;