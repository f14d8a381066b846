export interface database_bytes_params {
}

/** Return type for database_bytes */
export type database_bytes_return_type = string;