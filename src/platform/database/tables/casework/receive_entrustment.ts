export interface receive_entrustment_params {
  entrustment: string;

  at: unknown;
}