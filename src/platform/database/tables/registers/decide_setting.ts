export interface decide_setting_params {
  proposal: string;

  wanted: string;

  why: string;
}

/** Return type for decide_setting */
export type decide_setting_return_type = string;