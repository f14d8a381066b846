import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for registers.care_office_difference */
export type CareOfficeDifferenceOfficeNumber = string & { __brand: 'registers.care_office_difference' };

/**
 * Represents the table registers.care_office_difference
 * numbers that stand with several names or addresses; made from care_office_service at every load
 */
export default interface CareOfficeDifferenceTable {
  /** 事業所番号 */
  office_number: ColumnType<CareOfficeDifferenceOfficeNumber, CareOfficeDifferenceOfficeNumber, CareOfficeDifferenceOfficeNumber>;

  /** spacing: width and spaces only · notation: also ways of writing one address · real: more than that */
  kind: ColumnType<string, string, string>;

  /** of the different texts: a decision holds while it stays the same */
  texts_hash: ColumnType<string, string, string>;

  /** how many different pairs of name and address */
  text_count: ColumnType<number, number, number>;

  /** where they stand */
  municipality_codes: ColumnType<string[], string[], string[]>;
}

export type CareOfficeDifference = Selectable<CareOfficeDifferenceTable>;

export type NewCareOfficeDifference = Insertable<CareOfficeDifferenceTable>;

export type CareOfficeDifferenceUpdate = Updateable<CareOfficeDifferenceTable>;