import type { InsurerInsurerId } from './Insurer.ts';
import type { OrganisationId } from './Organisation.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for registers.centre */
export type CentreId = string & { __brand: 'registers.centre' };

/**
 * Represents the table registers.centre
 * 地域包括支援センター, its branches (ブランチ) and sub-centres (サブセンター)
 */
export default interface CentreTable {
  insurer_id: ColumnType<InsurerInsurerId, InsurerInsurerId, InsurerInsurerId>;

  id: ColumnType<CentreId, CentreId | undefined, CentreId>;

  name: ColumnType<string, string, string>;

  short_name: ColumnType<string, string, string>;

  /** core 基幹型 · enhanced 機能強化型 · standard 一般 · branch ブランチ · sub サブセンター */
  kind: ColumnType<string, string, string>;

  parent_id: ColumnType<CentreId | null, CentreId | null, CentreId | null>;

  /** direct 直営 · contracted 委託 */
  operation: ColumnType<string, string, string>;

  organisation_id: ColumnType<OrganisationId | null, OrganisationId | null, OrganisationId | null>;

  office_number: ColumnType<string | null, string | null, string | null>;

  phone: ColumnType<string | null, string | null, string | null>;

  address: ColumnType<string | null, string | null, string | null>;

  valid_from: ColumnType<string, string, string>;

  valid_to: ColumnType<string | null, string | null, string | null>;

  version: ColumnType<number, number | undefined, number>;
}

export type Centre = Selectable<CentreTable>;

export type NewCentre = Insertable<CentreTable>;

export type CentreUpdate = Updateable<CentreTable>;