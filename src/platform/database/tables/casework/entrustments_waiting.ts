export interface entrustments_waiting_params {
  count: number;

  told: number;
}

/** Return type for entrustments_waiting */
export interface entrustments_waiting_return_type {
  count: number;

  told: number;
}