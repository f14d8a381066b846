export interface withdraw_law_confirmation_params {
  confirmation: string;

  seen_version: number;

  why: string;
}

/** Return type for withdraw_law_confirmation */
export type withdraw_law_confirmation_return_type = boolean;