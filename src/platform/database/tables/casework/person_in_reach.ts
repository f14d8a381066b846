export interface person_in_reach_params {
  person: string;
}

/** Return type for person_in_reach */
export type person_in_reach_return_type = boolean;