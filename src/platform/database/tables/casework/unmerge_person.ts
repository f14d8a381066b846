export interface unmerge_person_params {
  merge: string;

  why: string;

  only_look: boolean;
}