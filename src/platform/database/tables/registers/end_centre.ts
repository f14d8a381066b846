export interface end_centre_params {
  centre: string;

  seen_version: number;

  last_day: Date;
}

/** Return type for end_centre */
export type end_centre_return_type = boolean;