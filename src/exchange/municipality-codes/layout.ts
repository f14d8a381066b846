/** 都道府県, 政令指定都市, その区, 市, 特別区, 町, 村. */
export type MunicipalityKind =
  | 'prefecture'
  | 'designated-city'
  | 'ward'
  | 'city'
  | 'special-ward'
  | 'town'
  | 'village'

export type Confidence = 'seen' | 'secondary' | 'recalled' | 'unverified'

/** One line of a list of codes, or one change of a code. */
export interface MunicipalityRow {
  /** list: what there is, undated · change: days of validity of one code */
  layout: 'list' | 'change'
  /** six digits */
  code: string
  /** 札幌市中央区, without the blank */
  name: string
  /** hiragana; '' where the file gives none */
  kana: string
  kind: MunicipalityKind
  /** the city of a ward; null: none, or not given */
  parentCode: string | null
  /** degrees, WGS 84, of the town hall; null: not given */
  latitude: number | null
  longitude: number | null
  /** YYYY-MM-DD; null: from before the first list · open */
  validFrom: string | null
  validTo: string | null
  /** codes that followed after `validTo`; several where it was divided */
  successorCodes: string[]
  /** what happened and where it stands, for a change; '' otherwise */
  note: string
  source: string
  confidence: Confidence | null
  /** in the file, as a spreadsheet shows it */
  rowNumber: number
}

export const LIST_HEADINGS = {
  required: ['pid', 'pref', 'city', 'citykana', 'lat', 'lng', 'lgcode'],
  ignored: ['cid', 'url', 'phrase'],
} as const

export const PREFECTURE_HEADINGS = {
  required: ['pid', 'pref', 'prefkana', 'lgcode', 'lat', 'lng'],
  ignored: ['prefshort', 'prefshortkana', 'pref_en', 'pref3code', 'url', 'ISO3166-2', 'capital'],
} as const

/** Our own layout, which a city can write itself. */
export const CHANGE_HEADINGS = {
  required: ['都道府県', 'コード', '名称', '有効開始日', '有効終了日', '引継先コード'],
  optional: ['よみ', '区分', '上位のコード', '変更の内容', '出典', '確からしさ'],
} as const

export const KIND_WORDS: Readonly<Record<string, MunicipalityKind>> = {
  都道府県: 'prefecture',
  政令指定都市: 'designated-city',
  政令指定都市の区: 'ward',
  市: 'city',
  特別区: 'special-ward',
  町: 'town',
  村: 'village',
}

export const CONFIDENCE_WORDS: Readonly<Record<string, Confidence>> = {
  原典で確認: 'seen',
  二次資料: 'secondary',
  記憶: 'recalled',
  未確認: 'unverified',
}
