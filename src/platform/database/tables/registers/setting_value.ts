export interface setting_value_params {
  insurer: number;

  setting: string;

  day: Date;
}