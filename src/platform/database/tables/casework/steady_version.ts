export interface steady_version_params {
}