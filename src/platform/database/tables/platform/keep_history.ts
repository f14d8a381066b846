export interface keep_history_params {
}