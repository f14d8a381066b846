export interface check_step_params {
}