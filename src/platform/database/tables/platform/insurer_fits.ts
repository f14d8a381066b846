export interface insurer_fits_params {
}