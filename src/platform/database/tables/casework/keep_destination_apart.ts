export interface keep_destination_apart_params {
}