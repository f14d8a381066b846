export interface referrals_to_me_params {
  row_limit: number;

  id: string;

  version: number;

  sent_on: Date;

  reply_due_on: Date;

  from_centre: string;

  from_staff: string;

  to_name: string;

  content: string;

  audit_id: string;

  person_name: string;

  person_kana: string;

  received_at: unknown;

  result: string;
}

/** Return type for referrals_to_me */
export interface referrals_to_me_return_type {
  id: string;

  version: number;

  sent_on: Date;

  reply_due_on: Date;

  from_centre: string;

  from_staff: string;

  to_name: string;

  content: string;

  audit_id: string;

  person_name: string;

  person_kana: string;

  received_at: Date;

  result: string;
}