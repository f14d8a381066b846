export interface change_insurer_params {
  seen_version: number;

  new_number: string;

  new_name: string;

  new_kind: string;
}

/** Return type for change_insurer */
export type change_insurer_return_type = boolean;