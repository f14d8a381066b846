import type { ColumnType, Selectable, Insertable, Updateable } from 'kysely';

/** Identifier type for registers.care_office_service */
export type CareOfficeServiceOfficeNumber = string & { __brand: 'registers.care_office_service' };

/** Identifier type for registers.care_office_service */
export type CareOfficeServiceMunicipalityCode = string & { __brand: 'registers.care_office_service' };

/** Identifier type for registers.care_office_service */
export type CareOfficeServiceServiceCode = string & { __brand: 'registers.care_office_service' };

/** Identifier type for registers.care_office_service */
export type CareOfficeServiceSite = number & { __brand: 'registers.care_office_service' };

/**
 * Represents the table registers.care_office_service
 * one row of a service file: an office as that file writes it; null: the cell is empty
 */
export default interface CareOfficeServiceTable {
  /** 事業所番号 */
  office_number: ColumnType<CareOfficeServiceOfficeNumber, CareOfficeServiceOfficeNumber, CareOfficeServiceOfficeNumber>;

  /** six digits */
  municipality_code: ColumnType<CareOfficeServiceMunicipalityCode, CareOfficeServiceMunicipalityCode, CareOfficeServiceMunicipalityCode>;

  /** three digits of the file name */
  service_code: ColumnType<CareOfficeServiceServiceCode, CareOfficeServiceServiceCode, CareOfficeServiceServiceCode>;

  /** 1; further rows of the same number in one file count on */
  site: ColumnType<CareOfficeServiceSite, CareOfficeServiceSite | undefined, CareOfficeServiceSite>;

  /** six digits */
  prefecture_code: ColumnType<string, string, string>;

  /** 事業所名 */
  name: ColumnType<string, string, string>;

  /** 事業所名カナ */
  kana: ColumnType<string | null, string | null, string | null>;

  /** 住所, with or without the prefecture */
  address: ColumnType<string | null, string | null, string | null>;

  /** 方書 */
  building: ColumnType<string | null, string | null, string | null>;

  /** degrees, WGS 84 */
  latitude: ColumnType<number | null, number | null, number | null>;

  /** degrees */
  longitude: ColumnType<number | null, number | null, number | null>;

  /** 電話番号 */
  phone: ColumnType<string | null, string | null, string | null>;

  /** FAX番号 */
  fax: ColumnType<string | null, string | null, string | null>;

  /** 法人番号; a wrong check digit is kept */
  corporate_number: ColumnType<string | null, string | null, string | null>;

  /** 法人の名称 */
  corporate_name: ColumnType<string | null, string | null, string | null>;

  /** 利用可能曜日: 平日, 土曜日, 日曜日, 祝日; empty: not said */
  days: ColumnType<string[], string[] | undefined, string[]>;

  /** 利用可能曜日特記事項 */
  days_note: ColumnType<string | null, string | null, string | null>;

  /** 定員, persons; null: not applicable */
  capacity: ColumnType<number | null, number | null, number | null>;

  /** as typed */
  url: ColumnType<string | null, string | null, string | null>;

  /** 共生型: あり, なし or null */
  integrated: ColumnType<string | null, string | null, string | null>;

  /** 介護保険の通常の指定基準 */
  care_standard: ColumnType<string | null, string | null, string | null>;

  /** 障害福祉の通常の指定基準 */
  disability_standard: ColumnType<string | null, string | null, string | null>;

  /** 備考 */
  note: ColumnType<string | null, string | null, string | null>;

  /** key: the name without width and space */
  name_plain: ColumnType<string, string, string>;

  /** key: the address without width and space */
  address_plain: ColumnType<string, string, string>;

  /** key: the address without prefecture, municipality and ways of writing 丁目 and 番地 */
  address_notation: ColumnType<string, string, string>;

  /** keys of name, kana, corporation and address, and the number, to be searched in */
  search_fold: ColumnType<string, string, string>;

  /** row in the file */
  source_row: ColumnType<number, number, number>;
}

export type CareOfficeService = Selectable<CareOfficeServiceTable>;

export type NewCareOfficeService = Insertable<CareOfficeServiceTable>;

export type CareOfficeServiceUpdate = Updateable<CareOfficeServiceTable>;