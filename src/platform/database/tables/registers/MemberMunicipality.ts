import type { InsurerInsurerId } from './Insurer.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for registers.member_municipality */
export type MemberMunicipalityMunicipalityCode = string & { __brand: 'registers.member_municipality' };

/** Identifier type for registers.member_municipality */
export type MemberMunicipalityValidFrom = string & { __brand: 'registers.member_municipality' };

/**
 * Represents the table registers.member_municipality
 * municipalities of the insurer with dates; a union has several
 */
export default interface MemberMunicipalityTable {
  insurer_id: ColumnType<InsurerInsurerId, InsurerInsurerId, InsurerInsurerId>;

  municipality_code: ColumnType<MemberMunicipalityMunicipalityCode, MemberMunicipalityMunicipalityCode, MemberMunicipalityMunicipalityCode>;

  valid_from: ColumnType<MemberMunicipalityValidFrom, MemberMunicipalityValidFrom, MemberMunicipalityValidFrom>;

  name: ColumnType<string, string, string>;

  valid_to: ColumnType<string | null, string | null, string | null>;

  /** names the row in routes and in platform.history */
  id: ColumnType<string, string | undefined, string>;

  /** raised by every update */
  version: ColumnType<number, number | undefined, number>;
}

export type MemberMunicipality = Selectable<MemberMunicipalityTable>;

export type NewMemberMunicipality = Insertable<MemberMunicipalityTable>;

export type MemberMunicipalityUpdate = Updateable<MemberMunicipalityTable>;