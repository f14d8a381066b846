export interface check_report_step_params {
}