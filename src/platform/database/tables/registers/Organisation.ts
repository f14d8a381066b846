import type { InsurerInsurerId } from './Insurer.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for registers.organisation */
export type OrganisationId = string & { __brand: 'registers.organisation' };

/**
 * Represents the table registers.organisation
 * corporations that run centres, care offices that take entrusted plans, other partners
 */
export default interface OrganisationTable {
  insurer_id: ColumnType<InsurerInsurerId, InsurerInsurerId, InsurerInsurerId>;

  id: ColumnType<OrganisationId, OrganisationId | undefined, OrganisationId>;

  name: ColumnType<string, string, string>;

  kind: ColumnType<string, string, string>;

  office_number: ColumnType<string | null, string | null, string | null>;

  phone: ColumnType<string | null, string | null, string | null>;

  version: ColumnType<number, number | undefined, number>;

  /** 法人番号, thirteen digits; a check digit that does not fit is a warning only */
  corporate_number: ColumnType<string | null, string | null, string | null>;

  /** 所在地, as one line */
  address: ColumnType<string | null, string | null, string | null>;

  /** last day on which we work with it; null: open */
  valid_to: ColumnType<string | null, string | null, string | null>;
}

export type Organisation = Selectable<OrganisationTable>;

export type NewOrganisation = Insertable<OrganisationTable>;

export type OrganisationUpdate = Updateable<OrganisationTable>;