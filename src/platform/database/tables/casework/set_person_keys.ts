export interface set_person_keys_params {
  person: string;

  keys: string[];
}