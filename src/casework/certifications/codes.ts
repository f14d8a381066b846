/** One value of a code list. */
export interface Code {
  readonly code: string
  readonly label: string
}

/**
 * CRT-01 要介護状態区分コード. `rank` orders "heavier than"; numbers of the codes never do. 06 is no 認定: it comes from the
 * registration (CHK-05) and stands here because every list of levels shows it. null: historical, not ordered.
 */
export const LEVELS = [
  { code: '01', label: '非該当', short: '非該', group: 'none', rank: 0 },
  { code: '06', label: '事業対象者', short: '事対', group: 'programme', rank: 1 },
  { code: '11', label: '要支援（経過的要介護）', short: '経介', group: 'support', rank: null },
  { code: '12', label: '要支援1', short: '支1', group: 'support', rank: 1 },
  { code: '13', label: '要支援2', short: '支2', group: 'support', rank: 2 },
  { code: '21', label: '要介護1', short: '介1', group: 'care', rank: 3 },
  { code: '22', label: '要介護2', short: '介2', group: 'care', rank: 4 },
  { code: '23', label: '要介護3', short: '介3', group: 'care', rank: 5 },
  { code: '24', label: '要介護4', short: '介4', group: 'care', rank: 6 },
  { code: '25', label: '要介護5', short: '介5', group: 'care', rank: 7 },
] as const satisfies readonly (Code & {
  short: string
  group: 'none' | 'programme' | 'support' | 'care'
  rank: number | null
})[]
export type LevelCode = (typeof LEVELS)[number]['code']
export type LevelGroup = (typeof LEVELS)[number]['group']

/** What a 認定 may decide: never 06 (a registration), never 11 (before 2006, import only). */
export const DECIDED_LEVELS = LEVELS.filter(({ code }) => code !== '06' && code !== '11')

/** CRT-03 申請区分; `digit` is the number of the sheet. */
export const APPLICATION_KINDS = [
  { code: 'new', label: '新規申請', digit: '1' },
  { code: 'renewal', label: '更新申請', digit: '2' },
  { code: 'change', label: '区分変更申請', digit: '3' },
  { code: 'exOfficio', label: '職権', digit: '4' },
  { code: 'movedIn', label: '転入申請', digit: '5' },
  { code: 'disqualified', label: '資格喪失（死亡）', digit: '6' },
] as const satisfies readonly (Code & { digit: string })[]
export type ApplicationKind = (typeof APPLICATION_KINDS)[number]['code']

/** Where a 認定 stands; what happens in between at the municipality is not ours. */
export const CERTIFICATION_STATES = [
  { code: 'received', label: '申請中' },
  { code: 'decided', label: '認定' },
  { code: 'withdrawn', label: '取下げ' },
  { code: 'rejected', label: '却下' },
  { code: 'cancelled', label: '取消' },
] as const satisfies readonly Code[]
export type CertificationState = (typeof CERTIFICATION_STATES)[number]['code']

/** What an entry rests on. */
export const BASES = [
  { code: 'application', label: '申請の記録' },
  { code: 'card', label: '被保険者証で確認' },
  { code: 'decision', label: '保険者の決定' },
] as const satisfies readonly Code[]
export type Basis = (typeof BASES)[number]['code']

/** INS-01 */
export const INSURED_TYPES = [
  { code: 'category1Insured', label: '第1号被保険者' },
  { code: 'category2Insured', label: '第2号被保険者' },
  { code: 'notInsured', label: '被保険者でない' },
] as const satisfies readonly Code[]
export type InsuredType = (typeof INSURED_TYPES)[number]['code']

/** ADL-01 障害高齢者の日常生活自立度. 記載なし is a value of its own, never 自立. */
export const DISABILITY_CLASSES = [
  { code: 'independent', label: '自立' },
  ...['J1', 'J2', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2'].map((code) => ({ code, label: code })),
  { code: 'notStated', label: '記載なし' },
] as const satisfies readonly Code[]

/** ADL-02 認知症高齢者の日常生活自立度 */
export const DEMENTIA_CLASSES = [
  { code: 'independent', label: '自立' },
  { code: 'I', label: 'Ⅰ' },
  { code: 'IIa', label: 'Ⅱa' },
  { code: 'IIb', label: 'Ⅱb' },
  { code: 'IIIa', label: 'Ⅲa' },
  { code: 'IIIb', label: 'Ⅲb' },
  { code: 'IV', label: 'Ⅳ' },
  { code: 'M', label: 'M' },
  { code: 'notStated', label: '記載なし' },
] as const satisfies readonly Code[]

/** DLY-03: who hands the application in. */
export const PROXIES = [
  { code: 'none', label: '本人・家族' },
  { code: 'centre', label: '地域包括支援センターが代行' },
  { code: 'careOffice', label: '居宅介護支援事業者が代行' },
  { code: 'facility', label: '施設が代行' },
] as const satisfies readonly Code[]
export type Proxy = (typeof PROXIES)[number]['code']

/** The label of a code; one that the list lacks shows itself, so that old data never becomes blank. */
export const labelOf = (list: readonly Code[], code: string): string =>
  list.find((one) => one.code === code)?.label ?? code

/** 要支援1; an unknown code shows itself. */
export const levelLabel = (code: string): string => labelOf(LEVELS, code)

/** none 非該当 · programme 事業対象者 · support 要支援 · care 要介護. @throws RangeError for a code that is none of ours */
export function levelGroup(code: string): LevelGroup {
  const found = LEVELS.find((one) => one.code === code)
  if (!found) throw new RangeError(`unknown level: ${code}`)
  return found.group
}
