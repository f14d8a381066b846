export interface who_looks_after_params {
  name: string;

  kana: string;

  born: Date;

  person_id: string;

  name_shown: string;

  kana_shown: string;

  birth_year: number;

  centre_name: string;
}

/** Return type for who_looks_after */
export interface who_looks_after_return_type {
  person_id: string;

  name_shown: string;

  kana_shown: string;

  birth_year: number;

  centre_name: string;
}