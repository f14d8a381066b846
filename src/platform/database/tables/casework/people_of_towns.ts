export interface people_of_towns_params {
  towns: string[];

  id: string;

  count: number;
}

/** Return type for people_of_towns */
export interface people_of_towns_return_type {
  id: string;

  count: number;
}