export interface names_for_audit_params {
  ids: string[];

  id: string;

  name: string;

  kana: string;
}

/** Return type for names_for_audit */
export interface names_for_audit_return_type {
  id: string;

  name: string;

  kana: string;
}