export interface duplicate_candidates_params {
  name: string;

  kana: string;

  keys: string[];

  born: Date;

  sex: string;

  phone: string;

  number: string;

  audit_id: string;

  person_id: string;

  name_shown: string;

  kana_shown: string;

  birth_on: Date;

  birth_year: number;

  sex_shown: string;

  town_name: string;

  centre_id: string;

  centre_name: string;

  is_masked: boolean;

  reason: string;
}

/** Return type for duplicate_candidates */
export interface duplicate_candidates_return_type {
  audit_id: string;

  person_id: string;

  name_shown: string;

  kana_shown: string;

  birth_on: Date;

  birth_year: number;

  sex_shown: string;

  town_name: string;

  centre_id: string;

  centre_name: string;

  is_masked: boolean;

  reason: string;
}