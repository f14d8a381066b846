/** 生年月日, with what is not known of it (不詳区分). Parts that are unknown are absent, never 1 January. */
export type BirthDate =
  | { state: 'known'; date: string }
  | { state: 'day-unknown'; year: number; month: number }
  | { state: 'month-unknown'; year: number }
  | { state: 'year-unknown' }

/** 0 不明 · 1 男 · 2 女 · 9 その他 */
export type RegisteredSex = 'unknown' | 'male' | 'female' | 'other'

/** One state of one person as the core system holds it. Texts are as sent; null is an empty cell. */
export interface InsuredPersonRecord {
  /** 宛名番号 */
  residentNumber: string
  /** 履歴番号: with 宛名番号 the key; a later row with the same key replaces the earlier */
  historyNumber: number
  /** 世帯番号 */
  householdNumber: string | null
  /** 被保険者番号, ten characters; null before the first application */
  insuredNumber: string | null
  name: string
  nameKana: string | null
  birth: BirthDate
  sex: RegisteredSex
  /** 続柄 */
  relationship: string | null
  /** seven digits */
  postalCode: string | null
  /** 町字名 */
  town: string | null
  /** 番地 */
  lot: string | null
  /** 方書 */
  building: string | null
  phone: string | null
  /** 異動事由 */
  changeReason: ChangeReason | null
  /** 異動年月日 */
  changedOn: string | null
  /** 資格取得日 */
  qualifiedOn: string | null
  /** 資格喪失日 */
  disqualifiedOn: string | null
  /** 住所地特例: lives in a facility of another municipality */
  isResidentException: boolean
  /** 支援措置対象者: the address is hidden everywhere; to be applied before anything else of the file */
  isProtected: boolean
  /** 削除区分 (論理): the core system withdrew this row; nothing is physically deleted */
  isDeleted: boolean
  /** 最終更新日時, local time in Asia/Tokyo, `YYYY-MM-DDTHH:MM:SS` */
  updatedAt: string
}

/** A record with its place in the file. */
export type InsuredPersonRow = InsuredPersonRecord & { rowNumber: number }

export const changeReasons = [
  '転入',
  '転居',
  '転出',
  '死亡',
  '65歳到達',
  '世帯変更',
  '氏名変更',
  '職権記載',
  '職権消除',
  '資格変更',
  'その他',
] as const
export type ChangeReason = (typeof changeReasons)[number]

export const columns = [
  '宛名番号',
  '履歴番号',
  '世帯番号',
  '被保険者番号',
  '氏名',
  '氏名カナ',
  '生年月日',
  '生年月日不詳区分',
  '性別',
  '続柄',
  '郵便番号',
  '町字名',
  '番地',
  '方書',
  '電話番号',
  '異動事由',
  '異動年月日',
  '資格取得日',
  '資格喪失日',
  '住所地特例',
  '支援措置対象者区分',
  '削除区分',
  '最終更新日時',
] as const
export type Column = (typeof columns)[number]
