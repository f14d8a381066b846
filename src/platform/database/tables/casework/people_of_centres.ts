export interface people_of_centres_params {
  centres: string[];

  id: string;

  count: number;
}

/** Return type for people_of_centres */
export interface people_of_centres_return_type {
  id: string;

  count: number;
}