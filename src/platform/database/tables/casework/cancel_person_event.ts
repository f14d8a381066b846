export interface cancel_person_event_params {
  event_id: string;

  expected: number;

  why: string;

  by_core: boolean;
}