import { headingKey } from './layout.ts'

/** Known kinds of places. A list that people map themselves may be of any other (通いの場, サロン …). */
export const knownCategories = [
  '地域包括支援センター',
  '介護サービス事業所',
  '老人福祉施設',
  '認知症高齢者グループホーム',
  '小規模多機能型居宅介護',
  '老人福祉センター',
  '老人いこいの家',
  '医療機関',
  '保健所・保健センター',
  '社会福祉協議会',
  '福祉施設',
  'その他の福祉施設',
  'コミュニティセンター',
  'ふれあいセンター',
  '地域交流館',
  '支所・出張所',
  '市民サービスセンター',
  '総合センター',
  '公共施設',
  '指定緊急避難場所・避難所',
  'AED設置箇所',
  '公衆トイレ',
] as const
type Known = (typeof knownCategories)[number]

/** 高松市's number of a data set, with the name of its page. */
const takamatsu: readonly [string, string, Known][] = [
  ['0004', 'community_center', 'コミュニティセンター'],
  ['0031', 'branch', '支所・出張所'],
  ['0032', 'citizen_service_center', '市民サービスセンター'],
  ['0045', 'regional_comprehensive_support_center', '地域包括支援センター'],
  ['0047', 'elderly_welfare_center', '老人福祉センター'],
  ['0048', 'elderly_wedding_house', '老人いこいの家'],
  ['0049', 'elderly_welfare_facility', '老人福祉施設'],
  ['0050', 'group_home', '認知症高齢者グループホーム'],
  ['0051', 'nursing_home', '小規模多機能型居宅介護'],
  ['0053', 'health_center', '保健所・保健センター'],
  ['0054', 'welfare_hall', '社会福祉協議会'],
  ['0056', 'other_welfare_facilities', 'その他の福祉施設'],
  ['0060', 'evacuation_space', '指定緊急避難場所・避難所'],
  ['0062', 'hospital', '医療機関'],
  ['0069', 'contact_center', 'ふれあいセンター'],
  ['0070', 'general_center', '総合センター'],
  ['0071', 'regional_exchange_center', '地域交流館'],
]

/** `222127_aed.csv`: the convention of the national standard, and names that cities add to it. */
const dataSets: Readonly<Record<string, Known>> = {
  public_facility: '公共施設',
  facilities_smartmap: '公共施設',
  facilities_welfare: '福祉施設',
  community_center: 'コミュニティセンター',
  evacuation_space: '指定緊急避難場所・避難所',
  aed: 'AED設置箇所',
  public_toilet: '公衆トイレ',
  hospital: '医療機関',
  care_service: '介護サービス事業所',
}

/** Columns that only one kind of list has. */
const columns: readonly [string, Known][] = [
  ['介護サービス事業所名称', '介護サービス事業所'],
  ['災害種別_地震', '指定緊急避難場所・避難所'],
  ['診療科目', '医療機関'],
  ['medicalSubjects', '医療機関'],
  ['小児対応設備の有無', 'AED設置箇所'],
  ['男性トイレ総数', '公衆トイレ'],
  ['POIコード', '公共施設'],
]

export interface FileSigns {
  file: string
  header: readonly string[]
  downloadFrom: string
}

/** What kind of places a list is of, and by what it is known; undefined: nothing says it. */
export function categoryOf(signs: FileSigns): { category: string; by: string } | undefined {
  const page = /([a-z_]+)\/?$/.exec(signs.downloadFrom)?.[1]
  const byPage = takamatsu.find(([, name]) => name === page)
  if (byPage) return { category: byPage[2], by: 'ファイルの download_from 欄' }
  const isProperty = signs.header.includes('#property')
  const number = isProperty ? /^(\d{4})(?:\D|$)/.exec(signs.file)?.[1] : undefined
  const byNumber = takamatsu.find(([known]) => known === number)
  if (byNumber) return { category: byNumber[2], by: 'ファイル名の番号（高松市のデータ）' }
  const dataSet = /^\d{6}_([a-z_]+)/.exec(signs.file.toLowerCase())?.[1]
  const byName = dataSet === undefined ? undefined : dataSets[dataSet]
  if (byName) return { category: byName, by: 'ファイル名' }
  const folded = new Set(signs.header.map(headingKey))
  const byColumn = columns.find(([heading]) => folded.has(headingKey(heading)))
  return byColumn && { category: byColumn[1], by: `「${byColumn[0]}」の列` }
}

/** 高松市's own layout, which names no code: by the publisher, else by the number of the file. */
export function isOfTakamatsu(signs: FileSigns & { publisher: string }): boolean {
  if (!signs.header.includes('#property')) return false
  if (signs.publisher !== '') return signs.publisher === '高松市'
  const number = /^(\d{4})(?:\D|$)/.exec(signs.file)?.[1]
  return takamatsu.some(([known]) => known === number)
}
