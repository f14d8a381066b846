/** One value of a code list. `key` is the key that chooses it on the intake page. */
export interface Code {
  readonly code: string
  readonly label: string
  readonly key?: string
}

/** 相談方法 */
export const CHANNELS = [
  { code: 'phone', label: '電話', key: '1' },
  { code: 'visitor', label: '来所', key: '2' },
  { code: 'home-visit', label: '訪問', key: '3' },
  { code: 'online', label: 'メール・オンライン', key: '4' },
  { code: 'letter', label: '文書', key: '5' },
  { code: 'meeting', label: '会議・同行', key: '6' },
  { code: 'other', label: 'その他', key: '9' },
] as const satisfies readonly Code[]

/** 新規・継続・再開 */
export const CONTINUITIES = [
  { code: 'new', label: '新規' },
  { code: 'continued', label: '継続' },
  { code: 'reopened', label: '再開' },
] as const satisfies readonly Code[]

/** 相談者 */
export const CALLERS = [
  { code: 'self', label: '本人', key: '1' },
  { code: 'spouse', label: '配偶者', key: '2' },
  { code: 'child', label: '子', key: '3' },
  { code: 'child-in-law', label: '子の配偶者', key: '4' },
  { code: 'relative', label: 'その他親族', key: '5' },
  { code: 'neighbour', label: '近隣・知人', key: '6' },
  { code: 'welfare-commissioner', label: '民生委員', key: '7' },
  { code: 'care-manager', label: '介護支援専門員', key: '8' },
  { code: 'service-provider', label: 'サービス事業者', key: '9' },
  { code: 'medical', label: '医療機関', key: '0' },
  { code: 'government', label: '行政', key: 'g' },
  { code: 'police-fire', label: '警察・消防', key: 'p' },
  { code: 'welfare-council', label: '社会福祉協議会', key: 's' },
  { code: 'other', label: 'その他', key: 'o' },
  { code: 'anonymous', label: '匿名', key: 'x' },
] as const satisfies readonly Code[]

/** 世帯 */
export const HOUSEHOLDS = [
  { code: 'alone', label: '独居' },
  { code: 'elderly-only', label: '高齢者のみ' },
  { code: 'with-child', label: '子と同居' },
  { code: '8050', label: '8050（親と独身の子）' },
  { code: 'other', label: 'その他' },
  { code: 'unknown', label: '不明' },
] as const satisfies readonly Code[]

/** 相談内容 (several on one contact); one letter each, in the order of the list: 24 fit the alphabet */
export const TOPICS = [
  { code: 'ltci', label: '介護保険・認定', key: 'a' },
  { code: 'prevention', label: '総合事業・介護予防', key: 'b' },
  { code: 'home-care', label: '介護方法・在宅生活', key: 'c' },
  { code: 'housing-equipment', label: '住宅改修・福祉用具', key: 'd' },
  { code: 'facility', label: '施設入所', key: 'e' },
  { code: 'medical', label: '医療・健康', key: 'f' },
  { code: 'hospital', label: '入退院', key: 'g' },
  { code: 'dementia', label: '認知症', key: 'h' },
  { code: 'mental', label: '精神', key: 'i' },
  { code: 'rights', label: '権利擁護・成年後見', key: 'j' },
  { code: 'abuse', label: '虐待（疑い含む）', key: 'k' },
  { code: 'consumer', label: '消費者被害', key: 'l' },
  { code: 'poverty', label: '経済・生活困窮', key: 'm' },
  { code: 'carer', label: '家族介護者支援・介護離職', key: 'n' },
  { code: 'young-carer', label: 'ヤングケアラー', key: 'o' },
  { code: 'double-care', label: 'ダブルケア', key: 'p' },
  { code: 'no-relatives', label: '身寄りなし・終活', key: 'q' },
  { code: 'dwelling', label: '住まい', key: 'r' },
  { code: 'watch-over', label: '見守り・安否確認', key: 's' },
  { code: 'neighbourhood', label: '近隣・苦情', key: 't' },
  { code: 'disability', label: '障害', key: 'u' },
  { code: 'disaster', label: '災害', key: 'v' },
  { code: 'care-manager-support', label: 'ケアマネ支援', key: 'w' },
  { code: 'other', label: 'その他', key: 'x' },
] as const satisfies readonly Code[]

/** 緊急度 */
export const URGENCIES = [
  { code: 'emergency', label: '緊急（即日）', key: '1' },
  { code: 'early', label: '早期（概ね48時間以内）', key: '2' },
  { code: 'normal', label: '通常', key: '3' },
  { code: 'information', label: '情報提供のみ', key: '4' },
] as const satisfies readonly Code[]

/** 対応 (several on one contact) */
export const RESPONSES = [
  { code: 'information', label: '情報提供', key: '1' },
  { code: 'advice', label: '助言', key: '2' },
  { code: 'application', label: '申請代行', key: '3' },
  { code: 'visit', label: '訪問', key: '4' },
  { code: 'coordination', label: '関係機関調整', key: '5' },
  { code: 'referral', label: '他機関紹介', key: '6' },
  { code: 'continued', label: '継続支援', key: '7' },
  { code: 'abuse', label: '虐待対応へ移行', key: '8' },
  { code: 'closed', label: '終結', key: '9' },
] as const satisfies readonly Code[]

/** 紹介先の種類; the national sheet fixes no list, this is ours */
export const REFERRAL_KINDS = [
  { code: 'centre', label: '地域包括支援センター' },
  { code: 'municipality', label: '市町村の担当課' },
  { code: 'care-office', label: '居宅介護支援事業所' },
  { code: 'service-provider', label: 'サービス事業者' },
  { code: 'hospital', label: '医療機関' },
  { code: 'dementia-team', label: '認知症初期集中支援チーム' },
  { code: 'welfare-council', label: '社会福祉協議会' },
  { code: 'welfare-office', label: '福祉事務所・生活困窮の相談窓口' },
  { code: 'public-health', label: '保健所・保健センター' },
  { code: 'guardianship', label: '権利擁護・成年後見の中核機関' },
  { code: 'consumer-centre', label: '消費生活センター' },
  { code: 'disability', label: '障害者の相談支援' },
  { code: 'family-centre', label: 'こども家庭センター' },
  { code: 'police-fire', label: '警察・消防' },
  { code: 'community', label: '民生委員・地域の団体' },
  { code: 'other', label: 'その他' },
] as const satisfies readonly Code[]

/** 対応者の職種, codes of registers.staff */
export const PROFESSIONS = [
  { code: 'publicHealthNurse', label: '保健師等' },
  { code: 'socialWorker', label: '社会福祉士' },
  { code: 'chiefCareManager', label: '主任介護支援専門員' },
  { code: 'careManager', label: '介護支援専門員' },
  { code: 'clerk', label: '事務' },
  { code: 'coordinator', label: 'コーディネーター' },
  { code: 'other', label: 'その他' },
] as const satisfies readonly Code[]

/** 本人の同意 */
export const CONSENTS = [
  { code: 'not-asked', label: '未確認' },
  { code: 'obtained', label: '同意あり' },
  { code: 'not-obtained', label: '同意なし' },
  { code: 'emergency', label: '緊急のため同意なしで対応' },
] as const satisfies readonly Code[]

/** 氏名不明の方の年齢層 */
export const UNNAMED_AGE_BANDS = [
  { code: 'under40', label: '40歳未満' },
  { code: '40-64', label: '40〜64歳' },
  { code: '65-74', label: '65〜74歳' },
  { code: '75-84', label: '75〜84歳' },
  { code: '85-over', label: '85歳以上' },
  { code: 'unknown', label: '不明' },
] as const satisfies readonly Code[]

/** 氏名不明の方の性別 */
export const UNNAMED_SEXES = [
  { code: 'male', label: '男性' },
  { code: 'female', label: '女性' },
  { code: 'other', label: 'その他' },
  { code: 'unknown', label: '不明' },
] as const satisfies readonly Code[]

export type Channel = (typeof CHANNELS)[number]['code']
export type Continuity = (typeof CONTINUITIES)[number]['code']
export type Topic = (typeof TOPICS)[number]['code']
export type Urgency = (typeof URGENCIES)[number]['code']

/** The codes of a list, for zod's enum and for checks. */
export const codesOf = <const L extends readonly Code[]>(list: L) =>
  list.map((entry) => entry.code) as [L[number]['code'], ...L[number]['code'][]]

/** The label of a code; an unknown code shows itself, so that old data never becomes blank. */
export const labelOf = (list: readonly Code[], code: string): string =>
  list.find((entry) => entry.code === code)?.label ?? code
