export interface is_lately_reset_params {
  staff: string;
}

/** Return type for is_lately_reset */
export type is_lately_reset_return_type = boolean;