export interface decline_entrustment_params {
  entrustment: string;

  reason: string;

  at: unknown;
}