export interface put_back_step_params {
  target: unknown;

  n: number;

  step: string;
}