export interface remove_setting_params {
  row_id: string;

  expected_version: number;

  setting: string;
}

/** Return type for remove_setting */
export type remove_setting_return_type = boolean;