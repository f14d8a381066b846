export interface report_facts_params {
  centre: string;

  from_day: Date;

  until_day: Date;
}

/** Return type for report_facts */
export type report_facts_return_type = string;