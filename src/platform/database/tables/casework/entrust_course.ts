export interface entrust_course_params {
  course: string;

  expected_version: number;

  entrustment: string;

  organisation: string;

  contractor: string;

  from_day: Date;

  to_day: Date;

  hand_over: string;

  committee: Date;

  at: unknown;
}