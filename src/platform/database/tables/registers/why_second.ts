export interface why_second_params {
  target: string;

  post_role: string;
}

/** Return type for why_second */
export type why_second_return_type = string;