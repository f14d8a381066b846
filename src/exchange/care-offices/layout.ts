/** The files carry no 出典 of their own; their layout is the ministry's alone, and its terms ask for this line. */
export const publisher = {
  name: '「介護サービス情報公表システム オープンデータ」（厚生労働省）',
  licence: '公共データ利用規約（第1.0版）',
  address: 'https://www.mhlw.go.jp/stf/kaigo-kouhyou_opendata.html',
} as const

export const columnNames = {
  required: [
    '都道府県コード又は市町村コード',
    'No',
    '都道府県名',
    '市区町村名',
    '事業所名',
    '事業所名カナ',
    'サービスの種類',
    '住所',
    '方書（ビル名等）',
    '緯度',
    '経度',
    '電話番号',
    'FAX番号',
    '法人番号',
    '法人の名称',
    '事業所番号',
    '利用可能曜日',
    '利用可能曜日特記事項',
    '定員',
    'URL',
    '高齢者の方と障害者の方が同時一体的に利用できるサービス',
    '介護保険の通常の指定基準を満たしている',
    '障害福祉の通常の指定基準を満たしている',
    '備考',
  ],
} as const
export type ColumnName = (typeof columnNames.required)[number]

export const openDays = ['平日', '土曜日', '日曜日', '祝日'] as const
export type OpenDay = (typeof openDays)[number]

/** office-number, corporate-number: the check digit does not fit · place: outside Japan, kept as none */
export type OfficeWarning = 'office-number' | 'corporate-number' | 'place'

/** One office as the file of one service writes it. Texts as typed, only trimmed; null: the cell is empty. */
export interface CareOffice {
  serviceCode: string
  /** サービスの種類 of the file */
  serviceName: string
  /** ten characters */
  officeNumber: string
  /** six digits, of the site: wards of 政令市 included */
  municipalityCode: string
  prefectureName: string
  municipalityName: string
  name: string
  kana: string | null
  address: string | null
  building: string | null
  /** degrees, WGS 84 */
  latitude: number | null
  longitude: number | null
  phone: string | null
  fax: string | null
  corporateNumber: string | null
  corporateName: string | null
  days: OpenDay[]
  daysNote: string | null
  /** persons; null: not applicable (the files write 0 and empty for it) */
  capacity: number | null
  url: string | null
  /** 共生型: あり / なし */
  integrated: string | null
  careStandard: string | null
  disabilityStandard: string | null
  note: string | null
  warnings: OfficeWarning[]
  /** in the file, as a spreadsheet shows it */
  rowNumber: number
}

export interface OfficeFileName {
  serviceCode: string
  /** 'YYYY-MM-DD' of the time in the name; null: the name carries none */
  madeOn: string | null
  /** the name says that it holds all prefectures */
  isNational: boolean
}

/** jigyosho_120.csv, jigyosho_110_all_20260709180319.csv; null: another name. */
export function readFileName(name: string): OfficeFileName | null {
  const found = /^jigyosho_(\d{3})(_all)?(?:_(\d{4})(\d{2})(\d{2})\d{6})?\.(?:csv|xlsx)$/i.exec(
    name.slice(name.lastIndexOf('/') + 1), // two folders of one run may have a file of the same name
  )
  if (!found?.[1]) return null
  const [, serviceCode, all, year, month, day] = found
  return {
    serviceCode,
    madeOn: year ? `${year}-${month}-${day}` : null,
    isNational: all !== undefined,
  }
}
