export interface place_of_visible_params {
  person: string;

  received: unknown;

  since: Date;

  person_id: string;

  centre_id: string;

  area_id: string;

  continuity: string;
}

/** Return type for place_of_visible */
export interface place_of_visible_return_type {
  person_id: string;

  centre_id: string;

  area_id: string;

  continuity: string;
}