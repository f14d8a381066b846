import type { CriterionKey } from '../../law/casework/kihon-criteria.ts'

/** One value of a code list. */
export interface Code {
  readonly code: string
  readonly label: string
}

/** How the 0 and 1 of an entry are meant. Stored with the answers; a value without it is refused. */
export const CODINGS = [
  { code: 'paperNumber', label: '用紙で丸を付けた数字' },
  { code: 'yesNo', label: '1＝はい、0＝いいえ（全項目）' },
] as const satisfies readonly Code[]
export type Coding = (typeof CODINGS)[number]['code']

/** Result of one criterion of 様式第二. */
export const CRITERION_RESULTS = [
  { code: 'met', label: '該当' },
  { code: 'notMet', label: '該当しない' },
  { code: 'undetermined', label: '判定できない' },
] as const satisfies readonly Code[]
export type CriterionResult = (typeof CRITERION_RESULTS)[number]['code']

/** CHK-04. 非該当 is also a result of 認定: it never stands without the word チェックリスト. */
export const JUDGEMENTS = [
  { code: 'target', label: '基準に該当' },
  { code: 'notTarget', label: 'チェックリスト非該当' },
  { code: 'undetermined', label: '判定できない' },
  { code: 'notApplicable', label: '対象外' },
] as const satisfies readonly Code[]
export type Judgement = (typeof JUDGEMENTS)[number]['code']

/** INS-01 as the judgement needs it; null where used: not known. */
export const INSURED_TYPES = [
  { code: 'category1Insured', label: '第1号被保険者' },
  { code: 'category2Insured', label: '第2号被保険者' },
  { code: 'notInsured', label: '被保険者でない' },
] as const satisfies readonly Code[]
export type InsuredType = (typeof INSURED_TYPES)[number]['code']

/** How the checklist was done. */
export const METHODS = [
  { code: 'interview', label: '面接' },
  { code: 'visit', label: '訪問' },
  { code: 'mail', label: '郵送' },
  { code: 'phone', label: '電話' },
  { code: 'other', label: 'その他' },
] as const satisfies readonly Code[]
export type Method = (typeof METHODS)[number]['code']

/** 回答者; null where used: not recorded. */
export const RESPONDENTS = [
  { code: 'self', label: '本人' },
  { code: 'family', label: '家族' },
  { code: 'self-and-family', label: '本人と家族' },
  { code: 'other', label: 'その他' },
] as const satisfies readonly Code[]
export type Respondent = (typeof RESPONDENTS)[number]['code']

/** How a sheet came in. */
export const SOURCES = [
  { code: 'form', label: '画面で一枚ずつ' },
  { code: 'grid', label: 'まとめて入力' },
  { code: 'file', label: 'ファイル' },
] as const satisfies readonly Code[]

/** The seven domains of the 25 items; 日常生活 has no criterion of its own. */
export const DOMAIN_LABELS = {
  daily: '日常生活',
  motor: '運動機能',
  nutrition: '栄養',
  oral: '口腔機能',
  seclusion: '閉じこもり',
  cognition: '認知機能',
  depression: 'うつ',
} as const

export const FRAILTY_LABELS = {
  robust: '健常（ロバスト）',
  preFrail: 'プレフレイル',
  notFrail: 'フレイルでない',
  frail: 'フレイル',
  undetermined: '判定できない',
} as const

/** The label of a code. @throws RangeError for a code that is not in the list */
export function labelOf(list: readonly Code[], code: string): string {
  const found = list.find((one) => one.code === code)
  if (!found) throw new RangeError(`unknown code: ${code}`)
  return found.label
}

export type { CriterionKey }
