export interface household_others_params {
  person: string;
}

/** Return type for household_others */
export type household_others_return_type = number;