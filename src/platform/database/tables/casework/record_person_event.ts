export interface record_person_event_params {
  person: string;

  expected: number;

  kind: string;

  happened: Date;

  from_core: boolean;

  information: string;

  confirmer: string;

  moved: string;

  said: string;

  tasks: unknown;
}