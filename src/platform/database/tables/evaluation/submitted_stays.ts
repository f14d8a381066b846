export interface submitted_stays_params {
}