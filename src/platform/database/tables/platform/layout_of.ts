export interface layout_of_params {
  source: unknown;
}

/** Return type for layout_of */
export type layout_of_return_type = string;