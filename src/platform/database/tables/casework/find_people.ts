export interface find_people_params {
  kana: string;

  name: string;

  digits: string;

  address: string;

  keys: string[];

  born_from: Date;

  born_to: Date;

  own_centre: string;

  only_own: boolean;

  most: number;

  person_id: string;

  matched: string;
}

/** Return type for find_people */
export interface find_people_return_type {
  person_id: string;

  matched: string;
}