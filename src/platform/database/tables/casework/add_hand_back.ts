export interface add_hand_back_params {
  course: string;

  person: string;

  centre: string;

  holder: string;

  last_day: Date;

  at: unknown;
}