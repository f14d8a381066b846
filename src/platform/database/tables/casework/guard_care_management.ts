export interface guard_care_management_params {
}