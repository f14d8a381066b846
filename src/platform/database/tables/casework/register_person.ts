export interface register_person_params {
  fields: unknown;

  keys: string[];
}