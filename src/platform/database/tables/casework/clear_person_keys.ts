export interface clear_person_keys_params {
  persons: string[];
}