export interface add_post_params {
  post: string;

  staff: string;

  post_role: string;

  centre: string;

  organisation: string;

  from_day: Date;

  to_day: Date;
}

/** Return type for add_post */
export type add_post_return_type = string;