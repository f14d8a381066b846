export interface move_address_apart_params {
}