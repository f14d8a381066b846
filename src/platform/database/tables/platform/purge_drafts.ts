export interface purge_drafts_params {
}

/** Return type for purge_drafts */
export type purge_drafts_return_type = number;