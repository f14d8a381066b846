export interface end_post_params {
  post: string;

  seen_version: number;

  last_day: Date;
}

/** Return type for end_post */
export type end_post_return_type = boolean;