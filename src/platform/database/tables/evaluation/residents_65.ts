export interface residents_65_params {
  on_day: Date;

  towns: string[];

  town_id: string;

  residents: number;
}

/** Return type for residents_65 */
export interface residents_65_return_type {
  town_id: string;

  residents: number;
}