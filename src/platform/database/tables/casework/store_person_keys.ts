export interface store_person_keys_params {
  persons: string[];

  keys: string[];
}