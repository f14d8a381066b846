export interface need_administrator_params {
}

/** Return type for need_administrator */
export type need_administrator_return_type = number;