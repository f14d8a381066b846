export interface entrustment_to_me_params {
  entrustment: string;
}