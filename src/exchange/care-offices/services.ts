export interface CareService {
  /** three digits of the file name */
  code: string
  /** 日本語, short */
  label: string
  /** the constant column サービスの種類; null: no file of this code was seen */
  name: string | null
}

const short = 'サービス付き高齢者向け住宅'

/** Every service that is published in a file of its own, in the order of the codes. */
export const careServices: readonly CareService[] = [
  { code: '110', label: '訪問介護', name: null },
  { code: '120', label: '訪問入浴介護', name: '訪問入浴介護' },
  { code: '130', label: '訪問看護', name: null },
  { code: '140', label: '訪問リハビリ', name: '訪問リハビリテーション' },
  { code: '150', label: '通所介護', name: null },
  { code: '155', label: '療養通所介護', name: '指定療養通所介護' },
  { code: '160', label: '通所リハビリ', name: '通所リハビリテーション' },
  { code: '170', label: '福祉用具貸与', name: '福祉用具貸与' },
  { code: '210', label: '短期入所生活介護', name: null },
  { code: '220', label: '短期入所療養介護（老健）', name: '短期入所療養介護（介護老人保健施設）' },
  {
    code: '230',
    label: '短期入所療養介護（病院等）',
    name: '短期入所療養介護(療養病床を有する病院等）',
  },
  { code: '320', label: 'グループホーム', name: null },
  { code: '331', label: '特定施設（有料老人ホーム）', name: '特定施設入居者生活介護（有料老人ホーム）' },
  { code: '332', label: '特定施設（軽費老人ホーム）', name: '特定施設入居者生活介護（軽費老人ホーム）' },
  {
    code: '334',
    label: '特定施設（サ高住）',
    name: `特定施設入居者生活介護（有料老人ホーム（${short}））`,
  },
  { code: '335', label: '特定施設（有料・外部サービス利用型）', name: null },
  { code: '336', label: '特定施設（軽費・外部サービス利用型）', name: null },
  { code: '337', label: '特定施設（サ高住・外部サービス利用型）', name: null },
  {
    code: '361',
    label: '地域密着型特定施設（有料老人ホーム）',
    name: '地域密着型特定施設入居者生活介護（有料老人ホーム）',
  },
  {
    code: '362',
    label: '地域密着型特定施設（軽費老人ホーム）',
    name: '地域密着型特定施設入居者生活介護（軽費老人ホーム）',
  },
  {
    code: '364',
    label: '地域密着型特定施設（サ高住）',
    name: `地域密着型特定施設入居者生活介護（有料老人ホーム（${short}））`,
  },
  { code: '410', label: '特定福祉用具販売', name: '特定福祉用具販売' },
  { code: '430', label: '居宅介護支援', name: null },
  { code: '510', label: '特別養護老人ホーム', name: null },
  { code: '520', label: '介護老人保健施設', name: '介護老人保健施設' },
  { code: '530', label: '介護療養型医療施設', name: '介護療養型医療施設' },
  { code: '540', label: '地域密着型特養', name: '地域密着型介護老人福祉施設入所者生活介護' },
  { code: '550', label: '介護医療院', name: '介護医療院' },
  { code: '551', label: '短期入所療養介護（介護医療院）', name: '短期入所療養介護（介護医療院）' },
  { code: '710', label: '夜間対応型訪問介護', name: '夜間対応型訪問介護' },
  { code: '720', label: '認知症対応型通所介護', name: '認知症対応型通所介護' },
  { code: '730', label: '小規模多機能', name: '小規模多機能型居宅介護' },
  { code: '760', label: '定期巡回・随時対応型', name: '定期巡回・随時対応型訪問介護看護' },
  { code: '770', label: '看護小規模多機能', name: '看護小規模多機能型居宅介護（複合型サービス）' },
  { code: '780', label: '地域密着型通所介護', name: null },
]

export const careService = (code: string): CareService | undefined =>
  careServices.find((one) => one.code === code)

const fold = (name: string) => name.normalize('NFKC').replace(/\s/gu, '')

/** The code whose files carry this name in サービスの種類; undefined: none of those seen. */
export const codeOfServiceName = (name: string): string | undefined =>
  careServices.find((one) => one.name !== null && fold(one.name) === fold(name))?.code
