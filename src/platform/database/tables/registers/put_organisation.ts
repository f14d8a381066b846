export interface put_organisation_params {
  organisation: string;

  seen_version: number;

  fields: unknown;
}

/** Return type for put_organisation */
export type put_organisation_return_type = boolean;