export interface staff_numbers_elsewhere_params {
  numbers: string[];

  number: string;
}

/** Return type for staff_numbers_elsewhere */
export interface staff_numbers_elsewhere_return_type {
  number: string;
}