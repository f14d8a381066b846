export interface refuse_params {
  what: string;
}

/** Return type for refuse */
export type refuse_return_type = boolean;