export interface need_officer_params {
}

/** Return type for need_officer */
export type need_officer_return_type = number;