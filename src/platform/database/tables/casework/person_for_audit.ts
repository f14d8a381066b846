export interface person_for_audit_params {
  number: string;

  id: string;

  name: string;

  kana: string;

  birth_on: Date;
}

/** Return type for person_for_audit */
export interface person_for_audit_return_type {
  id: string;

  name: string;

  kana: string;

  birth_on: Date;
}