export interface put_town_params {
  town: string;

  seen_version: number;

  town_name: string;

  town_kana: string;

  town_fold: string;
}

/** Return type for put_town */
export type put_town_return_type = boolean;