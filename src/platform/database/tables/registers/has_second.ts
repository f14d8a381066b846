export interface has_second_params {
  target: string;
}

/** Return type for has_second */
export type has_second_return_type = boolean;