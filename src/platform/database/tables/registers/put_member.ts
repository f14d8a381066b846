export interface put_member_params {
  member: string;

  seen_version: number;

  code: string;

  member_name: string;

  from_day: Date;

  to_day: Date;
}

/** Return type for put_member */
export type put_member_return_type = boolean;