import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for registers.care_office */
export type CareOfficeId = string & { __brand: 'registers.care_office' };

/**
 * Represents the table registers.care_office
 * 介護サービス事業所: a number at a municipality; stays when no file lists it any more, so that links to it hold
 */
export default interface CareOfficeTable {
  /** names it in links */
  id: ColumnType<CareOfficeId, CareOfficeId | undefined, CareOfficeId>;

  /** 事業所番号, ten characters */
  office_number: ColumnType<string, string, string>;

  /** of the site, wards of 政令市 included; may be of no list of codes */
  municipality_code: ColumnType<string, string, string>;

  /** six digits, of the municipality code */
  prefecture_code: ColumnType<string, string, string>;

  /** as the latest file writes it */
  municipality_name: ColumnType<string, string, string>;

  /** as the latest file writes it */
  prefecture_name: ColumnType<string, string, string>;
}

export type CareOffice = Selectable<CareOfficeTable>;

export type NewCareOffice = Insertable<CareOfficeTable>;

export type CareOfficeUpdate = Updateable<CareOfficeTable>;