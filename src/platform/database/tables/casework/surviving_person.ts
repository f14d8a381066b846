export interface surviving_person_params {
  person: string;
}

/** Return type for surviving_person */
export type surviving_person_return_type = string;