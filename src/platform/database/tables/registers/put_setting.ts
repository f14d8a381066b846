export interface put_setting_params {
  row_id: string;

  expected_version: number;

  setting: string;

  from_day: Date;

  new_value: unknown;

  new_source: string;

  new_note: string;
}