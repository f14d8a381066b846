/** Codes of this area with their words, for server and browser. */
export interface Code {
  code: string
  label: string
}

export const LEVELS = [
  { code: '06', label: '事業対象者' },
  { code: '12', label: '要支援1' },
  { code: '13', label: '要支援2' },
  { code: '21', label: '要介護1' },
  { code: '22', label: '要介護2' },
  { code: '23', label: '要介護3' },
  { code: '24', label: '要介護4' },
  { code: '25', label: '要介護5' },
] as const satisfies readonly Code[]
export type Level = (typeof LEVELS)[number]['code']

/** Where the level comes from. */
export const LEVEL_SOURCES = [
  { code: 'certification', label: '認定の記録' },
  { code: 'registration', label: '事業対象者の登録' },
  { code: 'hand', label: '手で入力' },
] as const satisfies readonly Code[]

/** What is planned or used, by the way it is run: this decides A, B or C (CPM-02). */
export const SERVICE_GROUPS = [
  { code: 'preventive', label: '予防給付のサービス' },
  { code: 'former', label: '従前相当サービス' },
  { code: 'aDesignated', label: 'サービス・活動A（指定）' },
  { code: 'aEntrusted', label: 'サービス・活動A（委託）' },
  { code: 'b', label: 'サービス・活動B（住民主体）' },
  { code: 'c', label: 'サービス・活動C（短期集中）' },
  { code: 'd', label: 'サービス・活動D（移動支援）' },
  { code: 'life', label: '配食・見守りなど' },
  { code: 'general', label: '一般介護予防事業' },
] as const satisfies readonly Code[]
export type ServiceGroup = (typeof SERVICE_GROUPS)[number]['code']

export const COURSE_TYPES = [
  { code: 'A', label: 'A 原則的' },
  { code: 'B', label: 'B 簡略化した' },
  { code: 'C', label: 'C 初回のみの' },
] as const satisfies readonly Code[]
export type CourseType = (typeof COURSE_TYPES)[number]['code']

export const MODES = [
  { code: 'standard', label: '3か月に1回の訪問' },
  { code: 'video', label: 'テレビ電話を併用（6か月に1回の訪問）' },
  { code: 'flexible', label: '間隔を延ばす' },
] as const satisfies readonly Code[]
export type ModeCode = (typeof MODES)[number]['code']

/** The four conditions of the longer interval (令和6年 ケアマネジメントの通知). */
export const FLEXIBLE_CONDITIONS = [
  { code: 'stable', label: '3か月目のモニタリングの後、関わる専門職が大きな変化はないと判断した' },
  { code: 'contact', label: '訪問しない月も、通いの場・電話・オンラインなどで状態を確認する' },
  { code: 'opinions', label: '3か月目に訪問も会議もしないとき、事業者の報告と意見を集めて共有する' },
  { code: 'agreed', label: '本人が間隔を含めて同意し、センターと事業者が合意した' },
] as const satisfies readonly Code[]

/** The conditions of monitoring by video. */
export const VIDEO_CONDITIONS = [
  { code: 'consent', label: '本人の文書による同意がある' },
  { code: 'stable', label: '主治医・事業者などが、状態が安定していると合意した' },
  { code: 'device', label: '装置を通じて意思疎通ができる（家族の手助けを含む）' },
  { code: 'gathered', label: '画面で確かめられないことを、ほかの事業者から集める' },
] as const satisfies readonly Code[]

export const STATES = [
  { code: 'preparing', label: '準備中' },
  { code: 'running', label: '実施中' },
  { code: 'ended', label: '終了' },
] as const satisfies readonly Code[]
export type CourseState = (typeof STATES)[number]['code']

export const WAYS = [
  { code: 'home', label: '訪問（自宅）' },
  { code: 'place', label: '利用先を訪問' },
  { code: 'phone', label: '電話' },
  { code: 'video', label: 'テレビ電話' },
  { code: 'online', label: 'オンライン（メールなど）' },
] as const satisfies readonly Code[]
export type Way = (typeof WAYS)[number]['code']

export const SUBJECTS = [
  { code: 'monitoring', label: 'モニタリング' },
  { code: 'assessment', label: 'アセスメント' },
  { code: 'plan', label: '計画の原案' },
  { code: 'evaluation', label: '評価' },
] as const satisfies readonly Code[]
export type Subject = (typeof SUBJECTS)[number]['code']

export const CHANGES = [
  { code: 'none', label: '変わりない' },
  { code: 'some', label: '少し変わった' },
  { code: 'marked', label: '著しく変わった' },
  { code: 'unknown', label: '確かめられなかった' },
] as const satisfies readonly Code[]

export const OUTCOMES = [
  { code: 'continue', label: 'プラン継続' },
  { code: 'change', label: 'プラン変更' },
  { code: 'end', label: '終了' },
] as const satisfies readonly Code[]

/** Why a due date cannot be computed, with what to do; each stands in the list 「計算できない」. */
export const GAPS = [
  { code: 'start', label: 'サービスの開始月が未入力' },
  { code: 'type', label: '類型が決まっていない' },
  { code: 'interval', label: 'モニタリングの間隔が未設定' },
  { code: 'evaluation', label: '評価期間の終わりが未入力' },
] as const satisfies readonly Code[]
export type Gap = (typeof GAPS)[number]['code']

/** Filters of the list. */
export const DUE_BANDS = [
  { code: 'overdue', label: '期限切れ' },
  { code: 'month', label: '今月中' },
  { code: 'next', label: '来月中' },
  { code: 'gaps', label: '計算できない' },
  { code: 'unconfirmed', label: '委託先の記録が確認待ち' },
  { code: 'no-contract', label: '契約の同意がない' },
] as const satisfies readonly Code[]
export const labelOf = (codes: readonly Code[], code: string): string =>
  codes.find((one) => one.code === code)?.label ?? code
