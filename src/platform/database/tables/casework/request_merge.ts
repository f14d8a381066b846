export interface request_merge_params {
  person: string;

  due: Date;

  why: string;
}