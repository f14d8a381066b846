export interface tenant_table_params {
  target: unknown;

  person: string;

  centre: string;

  written_by: string;

  history: boolean;
}