export interface lines_of_params {
  person: string;

  staff: string;

  action_word: string;

  from_at: unknown;

  until_at: unknown;

  before_at: unknown;

  before_id: string;

  row_limit: number;

  id: string;

  at: unknown;

  staff_id: string;

  post_id: string;

  role: string;

  request_id: string;

  action: string;

  outcome: string;

  record_type: string;

  record_id: string;

  person_ids: string[];

  detail: unknown;
}

/** Return type for lines_of */
export interface lines_of_return_type {
  id: string;

  at: Date;

  staff_id: string;

  post_id: string;

  role: string;

  request_id: string;

  action: string;

  outcome: string;

  record_type: string;

  record_id: string;

  person_ids: string[];

  detail: unknown;
}