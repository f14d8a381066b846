export interface first_work_day_params {
  centre: string;
}

/** Return type for first_work_day */
export type first_work_day_return_type = Date;