export interface key_of_params {
  source: unknown;

  alias: string;
}

/** Return type for key_of */
export type key_of_return_type = string;