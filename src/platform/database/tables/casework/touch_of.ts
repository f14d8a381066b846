export interface touch_of_params {
  action: string;
}

/** Return type for touch_of */
export type touch_of_return_type = string;