export interface end_stays_ended_params {
}