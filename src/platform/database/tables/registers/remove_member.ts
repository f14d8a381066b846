export interface remove_member_params {
  member: string;

  seen_version: number;
}

/** Return type for remove_member */
export type remove_member_return_type = boolean;