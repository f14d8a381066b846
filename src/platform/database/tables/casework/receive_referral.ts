export interface receive_referral_params {
  referral_id: string;

  at: unknown;

  id: string;

  version: number;

  received_at: unknown;

  received_by: string;
}

/** Return type for receive_referral */
export interface receive_referral_return_type {
  id: string;

  version: number;

  received_at: Date;

  received_by: string;
}