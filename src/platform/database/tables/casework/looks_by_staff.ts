export interface looks_by_staff_params {
  from_at: unknown;

  until_at: unknown;

  staff_id: string;

  lines: string;

  people: string;

  most_people_a_day: string;

  outside_hours: string;

  refused: string;

  exported: string;
}

/** Return type for looks_by_staff */
export interface looks_by_staff_return_type {
  staff_id: string;

  lines: string;

  people: string;

  most_people_a_day: string;

  outside_hours: string;

  refused: string;

  exported: string;
}