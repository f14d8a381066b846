export interface may_entrust_params {
  centre: string;
}

/** Return type for may_entrust */
export type may_entrust_return_type = boolean;