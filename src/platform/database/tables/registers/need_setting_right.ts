export interface need_setting_right_params {
  setting: string;
}

/** Return type for need_setting_right */
export type need_setting_right_return_type = number;