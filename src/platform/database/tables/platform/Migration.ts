import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for platform.migration */
export type MigrationName = string & { __brand: 'platform.migration' };

/** Represents the table platform.migration */
export default interface MigrationTable {
  name: ColumnType<MigrationName, MigrationName, MigrationName>;

  checksum: ColumnType<string, string, string>;

  applied_at: ColumnType<string, string | undefined, string>;
}

export type Migration = Selectable<MigrationTable>;

export type NewMigration = Insertable<MigrationTable>;

export type MigrationUpdate = Updateable<MigrationTable>;