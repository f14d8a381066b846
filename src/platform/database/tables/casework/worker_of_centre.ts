export interface worker_of_centre_params {
  insurer: number;

  centre: string;

  first: string;

  second: string;

  today: Date;
}

/** Return type for worker_of_centre */
export type worker_of_centre_return_type = string;