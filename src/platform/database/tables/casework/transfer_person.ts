export interface transfer_person_params {
  person: string;

  expected_version: number;

  to_centre: string;

  to_staff: string;

  reason: string;
}