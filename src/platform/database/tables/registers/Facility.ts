import type { FacilityListAreaCode, FacilityListCategory } from './FacilityList.ts';
import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for registers.facility */
export type FacilityKey = string & { __brand: 'registers.facility' };

/**
 * Represents the table registers.facility
 * one place of a published list; a place that a newer file no longer names is gone from here
 */
export default interface FacilityTable {
  /** municipality of the list, six digits */
  area_code: ColumnType<FacilityListAreaCode, FacilityListAreaCode, FacilityListAreaCode>;

  /** category of the list */
  category: ColumnType<FacilityListCategory, FacilityListCategory, FacilityListCategory>;

  /** its number in the list, else folded name and address */
  key: ColumnType<FacilityKey, FacilityKey, FacilityKey>;

  /** its number as the publisher gave it; null: the list has none. Numbers have gaps and are never given again */
  id_in_list: ColumnType<string | null, string | null, string | null>;

  /** as written */
  name: ColumnType<string, string, string>;

  /** name and kana folded for searching */
  name_fold: ColumnType<string, string, string>;

  /** as written; null: not stated (so with every column below that may be null) */
  kana: ColumnType<string | null, string | null, string | null>;

  /** as written */
  address: ColumnType<string | null, string | null, string | null>;

  /** folded for searching */
  address_fold: ColumnType<string, string, string>;

  /** 方書 */
  building: ColumnType<string | null, string | null, string | null>;

  /** degrees, WGS 84 */
  latitude: ColumnType<number | null, number | null, number | null>;

  /** degrees, WGS 84 */
  longitude: ColumnType<number | null, number | null, number | null>;

  /** half width; what was no telephone number stands in as_written */
  telephone: ColumnType<string | null, string | null, string | null>;

  /** 内線番号 */
  extension: ColumnType<string | null, string | null, string | null>;

  /** FAX番号 */
  fax: ColumnType<string | null, string | null, string | null>;

  /** 郵便番号 */
  postal_code: ColumnType<string | null, string | null, string | null>;

  /** 法人・団体の名称 */
  operator: ColumnType<string | null, string | null, string | null>;

  /** 法人番号, thirteen digits, as written */
  corporate_number: ColumnType<string | null, string | null, string | null>;

  /** 事業所番号 or 医療機関コード, as written */
  office_number: ColumnType<string | null, string | null, string | null>;

  /** サービス・種類 */
  service: ColumnType<string | null, string | null, string | null>;

  /** 利用できる曜日: 月火水木金 */
  open_days: ColumnType<string | null, string | null, string | null>;

  /** HH:MM */
  opens_at: ColumnType<string | null, string | null, string | null>;

  /** HH:MM */
  closes_at: ColumnType<string | null, string | null, string | null>;

  /** 利用できる日時の補足 */
  hours_note: ColumnType<string | null, string | null, string | null>;

  /** persons */
  capacity: ColumnType<number | null, number | null, number | null>;

  /** 説明 */
  description: ColumnType<string | null, string | null, string | null>;

  /** as written */
  url: ColumnType<string | null, string | null, string | null>;

  /** 備考 */
  note: ColumnType<string | null, string | null, string | null>;

  /** label → yes, partly, no; a blank mark is absent: it may mean no, and may mean unknown */
  marks: ColumnType<unknown, unknown | undefined, unknown>;

  /** columns that no field is for, by their heading */
  extras: ColumnType<unknown, unknown | undefined, unknown>;

  /** what could not be read as what it should be, by label, as it stands in the file */
  as_written: ColumnType<unknown, unknown | undefined, unknown>;

  /** row in the file, as a spreadsheet shows it */
  source_row: ColumnType<number, number, number>;
}

export type Facility = Selectable<FacilityTable>;

export type NewFacility = Insertable<FacilityTable>;

export type FacilityUpdate = Updateable<FacilityTable>;