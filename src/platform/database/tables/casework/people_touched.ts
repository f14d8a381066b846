export interface people_touched_params {
  staff: string;

  from_at: unknown;

  until_at: unknown;

  row_limit: number;

  person_id: string;

  name: string;

  kana: string;

  birth_on: Date;

  insured_number: string;

  first_at: unknown;

  last_at: unknown;

  viewed: string;

  written: string;

  exported: string;

  printed: string;

  total: string;
}

/** Return type for people_touched */
export interface people_touched_return_type {
  person_id: string;

  name: string;

  kana: string;

  birth_on: Date;

  insured_number: string;

  first_at: Date;

  last_at: Date;

  viewed: string;

  written: string;

  exported: string;

  printed: string;

  total: string;
}