export interface installation_fits_params {
}