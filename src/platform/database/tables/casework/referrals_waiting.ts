export interface referrals_waiting_params {
  count: number;

  told: number;
}

/** Return type for referrals_waiting */
export interface referrals_waiting_return_type {
  count: number;

  told: number;
}