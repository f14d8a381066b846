export interface end_entrustment_params {
  entrustment: string;

  expected_version: number;

  last_day: Date;

  reason: string;

  at: unknown;
}