export interface has_second_today_params {
  target: string;
}

/** Return type for has_second_today */
export type has_second_today_return_type = boolean;