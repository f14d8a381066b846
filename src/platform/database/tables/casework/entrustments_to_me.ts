export interface entrustments_to_me_params {
  row_limit: number;

  id: string;

  version: number;

  audit_id: string;

  person_name: string;

  person_kana: string;

  valid_from: Date;

  valid_to: Date;

  hand_over: string;

  sent_at: unknown;

  centre_name: string;

  centre_phone: string;

  sender_name: string;

  contractor_name: string;

  mine: boolean;
}

/** Return type for entrustments_to_me */
export interface entrustments_to_me_return_type {
  id: string;

  version: number;

  audit_id: string;

  person_name: string;

  person_kana: string;

  valid_from: Date;

  valid_to: Date;

  hand_over: string;

  sent_at: Date;

  centre_name: string;

  centre_phone: string;

  sender_name: string;

  contractor_name: string;

  mine: boolean;
}