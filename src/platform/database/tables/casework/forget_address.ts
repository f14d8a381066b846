export interface forget_address_params {
}