export interface find_consultations_params {
  pattern: string;

  from_at: unknown;

  until_at: unknown;

  before_at: unknown;

  before_id: string;

  row_limit: number;

  id: string;

  received_at: unknown;
}

/** Return type for find_consultations */
export interface find_consultations_return_type {
  id: string;

  received_at: Date;
}