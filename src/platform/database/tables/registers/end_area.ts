export interface end_area_params {
  area: string;

  seen_version: number;

  last_day: Date;
}

/** Return type for end_area */
export type end_area_return_type = boolean;