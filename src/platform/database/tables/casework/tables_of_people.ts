export interface tables_of_people_params {
  table_name: string;

  person_column: string;

  centre_column: string;
}

/** Return type for tables_of_people */
export interface tables_of_people_return_type {
  table_name: string;

  person_column: string;

  centre_column: string;
}