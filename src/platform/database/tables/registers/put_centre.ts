export interface put_centre_params {
  centre: string;

  seen_version: number;

  fields: unknown;
}

/** Return type for put_centre */
export type put_centre_return_type = boolean;