/** What a list of places says of one place, whatever its layout calls the column. */
export const facilityFields = [
  { field: 'areaCode', label: '市区町村コード' },
  { field: 'id', label: '番号（ID）' },
  { field: 'name', label: '名称' },
  { field: 'kana', label: '名称のカナ' },
  { field: 'address', label: '住所' },
  { field: 'building', label: '方書（建物名）' },
  { field: 'latitude', label: '緯度' },
  { field: 'longitude', label: '経度' },
  { field: 'location', label: '緯度と経度（一つの欄）' },
  { field: 'telephone', label: '電話番号' },
  { field: 'extension', label: '内線番号' },
  { field: 'fax', label: 'FAX番号' },
  { field: 'postalCode', label: '郵便番号' },
  { field: 'operator', label: '法人・団体の名称' },
  { field: 'corporateNumber', label: '法人番号' },
  { field: 'officeNumber', label: '事業所番号・医療機関コード' },
  { field: 'service', label: 'サービス・種類' },
  { field: 'openDays', label: '利用できる曜日' },
  { field: 'opensAt', label: '開始時間' },
  { field: 'closesAt', label: '終了時間' },
  { field: 'hoursNote', label: '利用できる日時の補足' },
  { field: 'capacity', label: '定員・収容人数' },
  { field: 'description', label: '説明' },
  { field: 'url', label: 'URL' },
  { field: 'note', label: '備考' },
] as const

export type FacilityField = (typeof facilityFields)[number]['field']
export const fieldLabels = Object.fromEntries(
  facilityFields.map(({ field, label }) => [field, label]),
) as Record<FacilityField, string>

/** ○, △ and × of a list; a blank mark is left out: it may mean no, and may mean unknown. */
export type Mark = 'yes' | 'partly' | 'no'

/** One place of a list. Text is as written, trimmed; null is "not stated". */
export interface Facility {
  /** six digits */
  areaCode: string
  /** what kind of place the list is of, in Japanese: 地域包括支援センター */
  category: string
  /** tells the place from the others of its area and category: its number, else folded name and address */
  key: string
  id: string | null
  name: string
  kana: string | null
  address: string | null
  building: string | null
  /** degrees, WGS 84 */
  latitude: number | null
  longitude: number | null
  telephone: string | null
  extension: string | null
  fax: string | null
  postalCode: string | null
  operator: string | null
  corporateNumber: string | null
  officeNumber: string | null
  service: string | null
  openDays: string | null
  /** HH:MM */
  opensAt: string | null
  closesAt: string | null
  hoursNote: string | null
  /** persons */
  capacity: number | null
  description: string | null
  url: string | null
  note: string | null
  marks: Record<string, Mark>
  /** columns that no field is for, by their heading */
  extras: Record<string, string>
  /** what could not be read as what it should be, by its label, as it stands in the file */
  asWritten: Record<string, string>
  /** in the file, as a spreadsheet shows it */
  rowNumber: number
}

/** Headings compare after NFKC without blanks; `№` becomes `no`, a known misspelling its right form. */
export const headingKey = (heading: string): string =>
  heading.normalize('NFKC').replace(/\s/gu, '').replace('連結標記', '連結表記').toLowerCase()

/** Every spelling by which a standard names a field; of two columns for one field the one named first here is taken. */
const spellings: Partial<Record<FacilityField, readonly string[]>> = {
  areaCode: ['全国地方公共団体コード', '都道府県コード又は市区町村コード', '市区町村コード', 'prefCode'],
  id: ['ID', 'NO', 'NO.', '#property'],
  name: ['名称', '介護サービス事業所名称', '施設名', '施設名称', 'name'],
  kana: ['名称_カナ', '介護サービス事業所名称_カナ', 'fullNameInKana'],
  address: ['所在地_連結表記', '住所', '所在地', 'address'],
  building: ['建物名等(方書)', '方書', 'katagaki'],
  latitude: ['緯度', 'latitude'],
  longitude: ['経度', 'longitude'],
  location: ['location', '緯度経度'],
  telephone: ['電話番号', 'telephoneNumber'],
  extension: ['内線番号', 'extensionNumber'],
  fax: ['FAX番号', 'faxNumber'],
  postalCode: ['郵便番号'],
  operator: ['法人の名称', '団体名', 'corporateName'],
  corporateNumber: ['法人番号', 'corporateNumber'],
  officeNumber: ['事業所番号', '医療機関コード', 'medicalCode'],
  service: ['実施サービス', '医療機関の種類', 'service', 'alternativeName'],
  openDays: ['利用可能曜日', '診療曜日', 'availableDate'],
  opensAt: ['開始時間', '利用開始時間', '診療開始時間', 'startTime', 'medicalStartTime'],
  closesAt: ['終了時間', '利用終了時間', '診療終了時間', 'endTime', 'medicalEndTime'],
  hoursNote: [
    '利用可能日時特記事項',
    '利用可能時間特記事項',
    '利用可能曜日特記事項',
    '診療日時特記事項',
    'availableDateNote',
  ],
  capacity: ['定員', '想定収容人数', 'capacity'],
  description: ['説明'],
  url: ['URL', 'referenceObject'],
  note: ['備考', 'note'],
}

/** Folded heading → field, and how early it stands among the spellings of its field. */
export const knownHeadings: ReadonlyMap<string, { field: FacilityField; rank: number }> = new Map(
  Object.entries(spellings).flatMap(([field, names]) =>
    names.map((name, rank) => [headingKey(name), { field: field as FacilityField, rank }] as const),
  ),
)

/** Properties of 高松市 that no field is for, in Japanese. */
const properties: Readonly<Record<string, string>> = {
  jurisdiction: '所管',
  elevation: '標高',
  residentsassociation: '対象となる町会・自治会',
  medicalsubjects: '診療科目',
  numberofbeds: '病床数',
  overtimeresponse: '時間外における対応',
  identification: '識別',
  pref: '都道府県名',
  city: '市区町村名',
}
export const extraLabel = (heading: string): string => properties[headingKey(heading)] ?? heading

const marksOfTakamatsu: Readonly<Record<string, string>> = {
  flood_l1: '洪水（L1）',
  flood_l2: '洪水（L2）',
  inundation: '内水氾濫',
  sedimentdisaster: '土砂災害',
  stormsurge: '高潮',
  tunami: '津波',
  fire: '大規模な火事',
  earthquake: '地震',
  evacuationspace: '指定避難所',
}

/** What a column of marks says, without the words that all of them share; undefined: it is none. */
export function markLabel(heading: string): string | undefined {
  const folded = heading.normalize('NFKC').replace(/\s/gu, '')
  const [, hazard] = /^災害種別_(.+)$/u.exec(folded) ?? []
  const [, thing] = /^(.+?)(?:の)?有無$/u.exec(folded) ?? []
  const overlaps = folded === '指定避難所との重複' ? folded : undefined
  return marksOfTakamatsu[headingKey(heading)] ?? hazard ?? thing ?? overlaps
}

/** What a heading of no standard probably is; null: no idea. A person looks at it before anything is read by it. */
export function guessField(heading: string): FacilityField | null {
  const key = headingKey(heading)
  const known = knownHeadings.get(key)
  if (known) return known.field
  return guesses.find(([pattern]) => pattern.test(key))?.[1] ?? null
}

const guesses: readonly [RegExp, FacilityField][] = [
  [/(?:市区町村|団体)コード/u, 'areaCode'],
  [/^(?:no\.?|番号|整理番号|id|管理番号)$/u, 'id'],
  [/(?:ふりがな|フリガナ|カナ|かな|よみ)/u, 'kana'],
  [/(?:緯度.*経度|座標|位置情報)/u, 'location'],
  [/緯度/u, 'latitude'],
  [/経度/u, 'longitude'],
  [/郵便番号|〒/u, 'postalCode'],
  [/fax|ファックス|ファクス/u, 'fax'],
  [/内線/u, 'extension'],
  [/電話|tel/u, 'telephone'],
  [/方書|建物|会場名/u, 'building'],
  [/住所|所在地|場所/u, 'address'],
  [/事業所番号/u, 'officeNumber'],
  [/法人番号/u, 'corporateNumber'],
  [/運営|法人|団体名|主体/u, 'operator'],
  [/曜日|開催日/u, 'openDays'],
  [/開始|開館|開店/u, 'opensAt'],
  [/終了|閉館|閉店/u, 'closesAt'],
  [/定員|人数|収容/u, 'capacity'],
  [/url|ホームページ|hp|サイト/u, 'url'],
  [/活動内容|サービス|種類|種別|内容/u, 'service'],
  [/備考|特記/u, 'note'],
  [/名称|名前|施設名|事業所名|センター名|グループ名|教室名|^名$/u, 'name'],
]
