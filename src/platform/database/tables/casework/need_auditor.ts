export interface need_auditor_params {
}

/** Return type for need_auditor */
export type need_auditor_return_type = number;