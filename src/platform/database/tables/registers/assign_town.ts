export interface assign_town_params {
  town: string;

  area: string;

  from_day: Date;
}

/** Return type for assign_town */
export type assign_town_return_type = boolean;