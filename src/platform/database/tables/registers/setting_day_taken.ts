export interface setting_day_taken_params {
  insurer: number;

  setting: string;

  day: Date;

  but: string;
}

/** Return type for setting_day_taken */
export type setting_day_taken_return_type = boolean;