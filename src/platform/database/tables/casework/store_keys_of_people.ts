export interface store_keys_of_people_params {
  persons: string[];

  texts: string[];
}