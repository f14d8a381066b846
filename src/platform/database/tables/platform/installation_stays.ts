export interface installation_stays_params {
}