export interface late_entry_traces_params {
  version: string;

  journal_rows: string[];

  journal_id: string;

  at: unknown;

  staff_name: string;

  now_day: Date;

  is_withdrawn: boolean;

  is_new: boolean;
}

/** Return type for late_entry_traces */
export interface late_entry_traces_return_type {
  journal_id: string;

  at: Date;

  staff_name: string;

  now_day: Date;

  is_withdrawn: boolean;

  is_new: boolean;
}