export interface put_area_params {
  area: string;

  seen_version: number;

  area_code: string;

  area_name: string;

  from_day: Date;
}

/** Return type for put_area */
export type put_area_return_type = boolean;