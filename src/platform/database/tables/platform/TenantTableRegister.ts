import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for platform.tenant_table_register */
export type TenantTableRegisterTableName = string & { __brand: 'platform.tenant_table_register' };

/**
 * Represents the table platform.tenant_table_register
 * what platform.tenant_table() was called with; the catalogue test and transfer_person read it
 */
export default interface TenantTableRegisterTable {
  table_name: ColumnType<TenantTableRegisterTableName, TenantTableRegisterTableName, TenantTableRegisterTableName>;

  person_column: ColumnType<string | null, string | null, string | null>;

  centre_column: ColumnType<string | null, string | null, string | null>;

  written_by: ColumnType<string, string, string>;

  has_history: ColumnType<boolean, boolean, boolean>;
}

export type TenantTableRegister = Selectable<TenantTableRegisterTable>;

export type NewTenantTableRegister = Insertable<TenantTableRegisterTable>;

export type TenantTableRegisterUpdate = Updateable<TenantTableRegisterTable>;