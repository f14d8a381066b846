import { z } from 'zod'
import {
  APPLICATION_KINDS,
  type Code,
  DECIDED_LEVELS,
  DEMENTIA_CLASSES,
  DISABILITY_CLASSES,
  PROXIES,
} from './codes.ts'

const one = (list: readonly Code[], what: string) =>
  z.enum(list.map(({ code }) => code) as [string, ...string[]], `${what}: 一覧から選んでください。`)
const day = (what: string) => z.iso.date(`${what}: 日付を「2026-11-22」の形で入力してください。`)
const line = (what: string, max: number) =>
  z.string().trim().max(max, `${what}: ${max}字までです。短くしてください。`)
const version = z.int('版の番号がありません。画面を開き直してください。')
const months = z
  .int('有効期間: 月数を整数で入力してください。')
  .min(1, '有効期間: 1か月以上にしてください。')
  .max(60, '有効期間: 60か月までです。')
  .nullish()
export const CertificationId = z.object({
  id: z.uuid('認定の番号の形が違います。画面を開き直してください。'),
})
export const PersonParams = z.object({ id: z.uuid('利用者の番号の形が違います。画面を開き直してください。') })

const independence = {
  disabilityByDoctor: one(DISABILITY_CLASSES, '寝たきり度（主治医意見書）').nullish(),
  disabilityByExaminer: one(DISABILITY_CLASSES, '寝たきり度（認定調査票）').nullish(),
  dementiaByDoctor: one(DEMENTIA_CLASSES, '認知症の自立度（主治医意見書）').nullish(),
  dementiaByExaminer: one(DEMENTIA_CLASSES, '認知症の自立度（認定調査票）').nullish(),
}
const application = {
  kind: one(
    APPLICATION_KINDS.filter(({ code }) => code !== 'disqualified'),
    '申請区分',
  ),
  /** day of receipt at the municipality; null: not known yet */
  appliedOn: day('申請の受付日').nullish(),
  specifiedDisease: line('特定疾病', 60).nullish(),
  proxy: one(PROXIES, '申請の提出者').default('none'),
  askedBy: line('申請を頼んだ人', 100).nullish(),
  askedOn: day('頼まれた日').nullish(),
  handedInOn: day('提出した日').nullish(),
  isCardKept: z.boolean('被保険者証: 市にあるかどうかを選んでください。').nullish(),
  isDisclosureAgreed: z.boolean('情報提供の同意: はい・いいえ・未確認から選んでください。').nullish(),
  doctor: line('主治医・医療機関', 200).nullish(),
  note: line('備考', 2000).nullish(),
}
const level = one(DECIDED_LEVELS, '要介護状態区分')

/** 認定申請, by the person or by proxy (DLY-03) */
const NewApplication = z.object({ basis: z.literal('application'), id: z.uuid().optional(), ...application })
/** What the 被保険者証 says */
const NewCard = z.object({
  basis: z.literal('card'),
  id: z.uuid().optional(),
  kind: application.kind.default('new'),
  level: level.refine((code) => code !== '01', '要介護状態区分: 被保険者証に載る区分を選んでください。'),
  decidedOn: day('認定年月日').nullish(),
  validFrom: day('有効期間の始まり'),
  validTo: day('有効期間の終わり'),
  confirmedOn: day('被保険者証を確かめた日'),
  ...independence,
  note: application.note,
})
/** A whole decision of the municipality, without an application recorded before */
const NewDecision = z.object({
  basis: z.literal('decision'),
  id: z.uuid().optional(),
  ...application,
  appliedOn: day('申請の受付日'),
  decidedOn: day('認定年月日'),
  level,
  months,
  movedInOn: day('転入した日').nullish(),
  ...independence,
})
export const NewCertification = z.discriminatedUnion('basis', [NewApplication, NewCard, NewDecision])
export type NewCertification = z.infer<typeof NewCertification>

export const DecideBody = z.object({
  version,
  decidedOn: day('認定年月日'),
  level,
  months,
  movedInOn: day('転入した日').nullish(),
  specifiedDisease: application.specifiedDisease,
  ...independence,
})
export type DecideBody = z.infer<typeof DecideBody>

/** Corrections; what is not sent stays. A decided period of the municipality is computed anew from its parts. */
export const ChangeBody = z.object({
  version,
  kind: application.kind.optional(),
  appliedOn: application.appliedOn,
  decidedOn: day('認定年月日').nullish(),
  level: level.nullish(),
  months,
  movedInOn: day('転入した日').nullish(),
  validFrom: day('有効期間の始まり').nullish(),
  validTo: day('有効期間の終わり').nullish(),
  confirmedOn: day('被保険者証を確かめた日').nullish(),
  specifiedDisease: application.specifiedDisease,
  proxy: one(PROXIES, '申請の提出者').optional(),
  askedBy: application.askedBy,
  askedOn: application.askedOn,
  handedInOn: application.handedInOn,
  isCardKept: application.isCardKept,
  isDisclosureAgreed: application.isDisclosureAgreed,
  doctor: application.doctor,
  note: application.note,
  ...independence,
})
export type ChangeBody = z.infer<typeof ChangeBody>

const reason = line('理由', 500).min(1, '理由: 後から読む人に分かるように入力してください。')
export const WithdrawBody = z.object({ version, on: day('取り下げた日'), reason })
export type WithdrawBody = z.infer<typeof WithdrawBody>
export const CloseBody = z.object({
  version,
  outcome: z.enum(['rejected', 'cancelled'], '却下・取消のどちらかを選んでください。'),
  on: day('却下・取消の日'),
  /** 取消: last day in force; null: as if it had never been */
  endedOn: day('効力の最後の日').nullish(),
  reason,
})
export type CloseBody = z.infer<typeof CloseBody>
export const PostponeBody = z.object({
  version,
  to: day('処理見込みの日'),
  toldOn: day('延期を通知した日'),
  reason,
})
export type PostponeBody = z.infer<typeof PostponeBody>

export const RENEWAL_STATES = ['all', 'open', 'soon', 'expired'] as const
export const RenewalFilter = z.object({
  /** all: soon and open · soon: from the months before that the municipality set · open: 更新申請ができる · expired: within a year */
  state: z.enum(RENEWAL_STATES, '更新の状態: 一覧から選んでください。').default('all'),
  centreId: z.uuid('センター: 選び直してください。').nullish(),
  mine: z.boolean().default(false),
  group: z.enum(['support', 'care'], '区分: 要支援・要介護から選んでください。').nullish(),
  /** only those without an open 更新申請 */
  withoutApplication: z.boolean().default(false),
  order: z.enum(['endFirst', 'endLast'], '並び順: 一覧から選んでください。').default('endFirst'),
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(200, '一度に出せるのは200件までです。').default(50),
  withTotal: z.boolean().default(false),
})
export type RenewalFilter = z.infer<typeof RenewalFilter>
export const RenewalExport = RenewalFilter.omit({ cursor: true, limit: true, withTotal: true }).extend({
  format: z.enum(['csv', 'csv-cp932', 'xlsx'], '形式: CSV か Excel を選んでください。'),
})
