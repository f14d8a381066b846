export interface check_version_params {
}