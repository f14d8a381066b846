export interface check_next_version_params {
}