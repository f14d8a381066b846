export interface holds_access_params {
  person: string;
}

/** Return type for holds_access */
export type holds_access_return_type = boolean;