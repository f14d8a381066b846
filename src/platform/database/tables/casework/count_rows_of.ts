export interface count_rows_of_params {
  person: string;

  table_name: string;

  label: string;

  row_count: number;
}

/** Return type for count_rows_of */
export interface count_rows_of_return_type {
  table_name: string;

  label: string;

  row_count: number;
}