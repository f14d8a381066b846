export interface request_hand_over_params {
  name: string;

  kana: string;

  born: Date;

  centre: string;

  due: Date;

  reason: string;
}