export interface add_staff_params {
  staff: string;

  staff_number: string;

  staff_name: string;

  staff_kana: string;

  staff_profession: string;

  from_day: Date;

  hash: string;

  made_at: unknown;
}