export interface who_receives_params {
  person: string;
}

/** Return type for who_receives */
export type who_receives_return_type = string;