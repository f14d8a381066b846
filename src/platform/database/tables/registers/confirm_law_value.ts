export interface confirm_law_value_params {
  parameter: string;

  from_day: Date;

  hash: string;

  source_text: string;

  url: string;

  seen: string;
}

/** Return type for confirm_law_value */
export type confirm_law_value_return_type = string;