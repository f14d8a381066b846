export interface decide_post_params {
  request: string;

  wanted: string;
}

/** Return type for decide_post */
export type decide_post_return_type = string;