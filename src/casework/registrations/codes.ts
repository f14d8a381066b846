/** One value of a code list. */
export interface Code {
  readonly code: string
  readonly label: string
}

/** CHK-05, 11: the way of one person from 相談受付 to the end of the registration. */
export const REGISTRATION_STATES = [
  { code: 'received', label: '受付' },
  { code: 'certificationRoute', label: '分岐（認定申請）' },
  { code: 'checklistRoute', label: '分岐（チェックリスト）' },
  { code: 'criteriaMet', label: '基準に該当' },
  { code: 'awaitingNotification', label: '届出待ち' },
  { code: 'notificationAccepted', label: '届出受理' },
  { code: 'returned', label: '差戻し' },
  { code: 'registered', label: '登録' },
  { code: 'withdrawn', label: '取下げ' },
  { code: 'ended', label: '終了' },
] as const satisfies readonly Code[]
export type RegistrationState = (typeof REGISTRATION_STATES)[number]['code']

/** CHK-05, 10 */
export const END_REASONS = [
  { code: 'certification', label: '認定' },
  { code: 'movedOut', label: '転出' },
  { code: 'died', label: '死亡' },
  { code: 'withdrawn', label: '取下げ' },
  { code: 'expired', label: '期限' },
  { code: 'notTargetAgain', label: '再判定でチェックリスト非該当' },
] as const satisfies readonly Code[]
export type EndReason = (typeof END_REASONS)[number]['code']

/** Who acts. Only the municipality decides and registers (CHK-05, 4). */
export const OFFICES = [
  { code: 'municipality', label: '市町村' },
  { code: 'centre', label: '地域包括支援センター' },
  { code: 'contractedOffice', label: '委託先の居宅介護支援事業所' },
] as const satisfies readonly Code[]
export type Office = (typeof OFFICES)[number]['code']

/** 希望 of the person at the fork (CHK-05, 1) */
export const WISHES = [
  { code: 'certification', label: '認定申請を希望' },
  { code: 'checklist', label: '基本チェックリストを希望' },
  { code: 'noPreference', label: '希望なし（説明のうえ職員が案内）' },
] as const satisfies readonly Code[]
export type Wish = (typeof WISHES)[number]['code']

/** 届出書: one form for 要支援認定者 and 総合事業対象者; how it came (CHK-05, 3) */
export const NOTIFICATION_KINDS = [
  { code: 'new', label: '新規' },
  { code: 'change', label: '変更（センターや事業所が変わる）' },
] as const satisfies readonly Code[]
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number]['code']

/** Where the 被保険者証 is when the 届出 comes (CHK-05, 3) */
export const CARD_PLACES = [
  { code: 'attached', label: '届出書に添えて提出' },
  { code: 'atMunicipality', label: '申請中のため、すでに市町村にある' },
  { code: 'lost', label: '紛失（再交付申請書を添える）' },
] as const satisfies readonly Code[]
export type CardPlace = (typeof CARD_PLACES)[number]['code']

/** The label of a code; one that the list lacks shows itself, so that old data never becomes blank. */
export const labelOf = (list: readonly Code[], code: string): string =>
  list.find((one) => one.code === code)?.label ?? code

/** Why the fork is opened */
export const OCCASIONS = [
  { code: 'first', label: '相談受付' },
  { code: 'renewal', label: '要支援認定の更新の前' },
  { code: 'again', label: '事業対象者からの見直し' },
] as const satisfies readonly Code[]
export type Occasion = (typeof OCCASIONS)[number]['code']

/** Dated acts on a registration; one that is missing is a task. */
export const ACTS = [
  { code: 'card', label: '被保険者証の再交付' },
  { code: 'kokuhoren', label: '国保連への連絡' },
  { code: 'notice', label: '本人へのお知らせ' },
] as const satisfies readonly Code[]
export type Act = (typeof ACTS)[number]['code']
