export interface changes_of_params {
  target: string;

  before_at: unknown;

  row_limit: number;

  at: unknown;

  staff_name: string;

  operation: string;

  row_id: string;

  row_before: unknown;

  row_after: unknown;
}

/** Return type for changes_of */
export interface changes_of_return_type {
  at: Date;

  staff_name: string;

  operation: string;

  row_id: string;

  row_before: unknown;

  row_after: unknown;
}