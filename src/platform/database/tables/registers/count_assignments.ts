export interface count_assignments_params {
  organisation: string;

  last_day: Date;
}

/** Return type for count_assignments */
export type count_assignments_return_type = number;