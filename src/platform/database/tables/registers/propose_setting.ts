export interface propose_setting_params {
  operation: string;

  row_id: string;

  row_version: number;

  setting: string;

  from_day: Date;

  new_value: unknown;

  title: string;

  number: string;

  article: string;

  new_source: string;

  new_note: string;

  outcome: string;

  id: string;
}

/** Return type for propose_setting */
export interface propose_setting_return_type {
  outcome: string;

  id: string;
}