/** Columns of casework.person that a reader of the history is shown, with their words. Keys and counters are left out. */
export const PERSON_LABELS: Readonly<Record<string, string>> = {
  name: '氏名',
  kana: 'フリガナ',
  alias: '通称',
  birth_on: '生年月日',
  birth_uncertainty: '生年月日の確かさ',
  sex: '性別',
  relationship: '続柄',
  insured_number: '被保険者番号',
  resident_number: '宛名番号',
  postal_code: '郵便番号',
  town_id: '町',
  address_rest: '番地',
  building: '建物',
  phone: '電話',
  area_id: '圏域',
  centre_id: '担当センター',
  staff_id: '主担当',
  is_protected: '支援措置',
  is_locked: '閲覧制限',
  insured_from: '資格取得日',
  insured_to: '資格喪失日',
  is_resident_exception: '住所地特例',
  moved_out_on: '転出日',
  died_on: '死亡日',
  merged_into: '統合先',
  stops_contact: '電話・郵送を止める',
  note: 'メモ',
}

export const CONTACT_LABELS: Readonly<Record<string, string>> = {
  name: '氏名',
  kana: 'フリガナ',
  relationship: '続柄・関係',
  phone: '電話',
  address: '住所',
  is_key_person: 'キーパーソン',
  is_emergency: '緊急連絡先',
  is_caller_warning: '連絡注意',
  note: 'メモ',
}

/** Left out of the history of somebody under 支援措置, whatever an old row still holds. */
export const ADDRESS_FIELDS: ReadonlySet<string> = new Set([
  'postal_code',
  'town_id',
  'address_rest',
  'building',
  'phone',
])

/** 基幹系システムが持つ項目: not to be changed by hand once the person came from there. */
export const KEPT_BY_CORE: ReadonlyMap<string, string> = new Map([
  ['name', '氏名'],
  ['kana', 'フリガナ'],
  ['birthOn', '生年月日'],
  ['birthUncertainty', '生年月日の確かさ'],
  ['sex', '性別'],
  ['relationship', '続柄'],
  ['insuredNumber', '被保険者番号'],
  ['postalCode', '郵便番号'],
  ['townId', '町'],
  ['addressRest', '番地'],
  ['building', '建物'],
])
