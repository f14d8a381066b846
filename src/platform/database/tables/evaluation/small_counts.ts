export interface small_counts_params {
  on_day: Date;

  municipality_code: string;

  small_count: unknown;
}

/** Return type for small_counts */
export interface small_counts_return_type {
  municipality_code: string;

  small_count: unknown;
}