export interface areas_of_towns_params {
  of_municipality: string;

  on_day: Date;

  insurer_id: number;

  town_name: string;

  town_fold: string;

  area_id: string;
}

/** Return type for areas_of_towns */
export interface areas_of_towns_return_type {
  insurer_id: number;

  town_name: string;

  town_fold: string;

  area_id: string;
}