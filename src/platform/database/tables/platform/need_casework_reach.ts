export interface need_casework_reach_params {
}