export interface contractor_tasks_params {
}