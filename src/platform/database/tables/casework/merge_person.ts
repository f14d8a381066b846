export interface merge_person_params {
  person: string;

  person_version: number;

  merged: string;

  merged_version: number;

  taken: string[];

  why: string;
}