export interface next_version_params {
}