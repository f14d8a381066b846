export interface is_two_person_setting_params {
  setting: string;
}

/** Return type for is_two_person_setting */
export type is_two_person_setting_return_type = boolean;