export interface usage_of_params {
  first_month: Date;

  last_month: Date;

  month: Date;

  centre_id: string;

  centre_name: string;

  staff_count: number;

  record_count: number;

  sign_in_count: number;

  refused_count: number;

  job_count: number;
}

/** Return type for usage_of */
export interface usage_of_return_type {
  month: Date;

  centre_id: string;

  centre_name: string;

  staff_count: number;

  record_count: number;

  sign_in_count: number;

  refused_count: number;

  job_count: number;
}