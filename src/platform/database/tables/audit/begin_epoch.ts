export interface begin_epoch_params {
}

/** Return type for begin_epoch */
export type begin_epoch_return_type = number;