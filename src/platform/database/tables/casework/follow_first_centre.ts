export interface follow_first_centre_params {
  persons: string[];
}