export interface put_back_steps_params {
  names: string[];

  is_leaf: boolean[];

  steps: string[];

  is_reverse: boolean;
}