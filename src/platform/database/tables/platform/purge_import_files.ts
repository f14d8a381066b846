export interface purge_import_files_params {
}

/** Return type for purge_import_files */
export type purge_import_files_return_type = number;