export interface keep_address_apart_params {
}