export interface assign_area_params {
  area: string;

  centre: string;

  from_day: Date;
}

/** Return type for assign_area */
export type assign_area_return_type = boolean;