export interface keep_rows_params {
  source: unknown;

  target: string;
}