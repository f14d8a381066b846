export interface guard_checklist_params {
}