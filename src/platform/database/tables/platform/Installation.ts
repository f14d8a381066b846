import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for platform.installation */
export type InstallationOne = boolean & { __brand: 'platform.installation' };

/**
 * Represents the table platform.installation
 * one row: whether the people of this database are invented; every page of a sample says so. No row: not said yet
 */
export default interface InstallationTable {
  /** always true: there is one row at most */
  one: ColumnType<InstallationOne, InstallationOne | undefined, InstallationOne>;

  /** true: invented people, loaded by the command demo; false: production */
  is_sample: ColumnType<boolean, boolean, boolean>;

  /** seed of the generator; the same seed, scale and anchor give the same rows */
  seed: ColumnType<number | null, number | null, number | null>;

  /** 1: as many people aged 65 and over as the source counts */
  scale: ColumnType<string | null, string | null, string | null>;

  /** the day around which the sample stands */
  anchor_on: ColumnType<string | null, string | null, string | null>;

  /** the line that stands beside everything made from the source */
  attribution: ColumnType<string | null, string | null, string | null>;
}

export type Installation = Selectable<InstallationTable>;

export type NewInstallation = Insertable<InstallationTable>;

export type InstallationUpdate = Updateable<InstallationTable>;