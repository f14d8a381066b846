export interface touched_between_params {
  insurer: number;

  staff: string;

  from_at: unknown;

  until_at: unknown;

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
}

/** Return type for touched_between */
export interface touched_between_return_type {
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
}