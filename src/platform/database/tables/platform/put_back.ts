export interface put_back_params {
  run: string;
}

/** Return type for put_back */
export type put_back_return_type = string;