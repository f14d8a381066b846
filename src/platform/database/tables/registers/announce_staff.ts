export interface announce_staff_params {
}