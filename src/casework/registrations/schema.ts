import { z } from 'zod'
import { ACTS, CARD_PLACES, type Code, END_REASONS, NOTIFICATION_KINDS, OCCASIONS, WISHES } from './codes.ts'

const one = <const L extends readonly Code[]>(list: L, what: string) =>
  z.enum(
    list.map(({ code }) => code) as [L[number]['code'], ...L[number]['code'][]],
    `${what}: 一覧から選んでください。`,
  )
const day = (what: string) => z.iso.date(`${what}: 日付を「2026-11-22」の形で入力してください。`)
const line = (what: string, max: number) =>
  z.string().trim().max(max, `${what}: ${max}字までです。短くしてください。`)
const version = z.int('版の番号がありません。画面を開き直してください。')
const reason = line('理由', 500).min(1, '理由: 後から読む人に分かるように入力してください。')

export const RegistrationId = z.object({ id: z.uuid('登録の番号の形が違います。画面を開き直してください。') })
export const PersonParams = z.object({ id: z.uuid('利用者の番号の形が違います。画面を開き直してください。') })

/** 本人の希望と同意 (CHK-05, 1): asked by the actor */
const choice = {
  route: z.enum(['certification', 'checklist'], '進む道: 認定申請か基本チェックリストかを選んでください。'),
  wish: one(WISHES, '本人の希望'),
  /** null: not asked · false: refused; neither opens a route */
  consent: z.boolean('本人の同意: はい・いいえ・未確認から選んでください。').nullable(),
  isTold: z.boolean('認定申請がいつでもできること: 伝えたかどうかを選んでください。').nullable(),
  askedOn: day('希望を聞いた日'),
}
export const RouteChoice = z.object(choice)
export type RouteChoice = z.infer<typeof RouteChoice>

export const NewRegistration = z.object({
  id: z.uuid().optional(),
  occasion: one(OCCASIONS, 'きっかけ').default('first'),
  receivedOn: day('相談を受けた日'),
  reason,
  /** the fork, when it was asked at once */
  choice: RouteChoice.nullish(),
  /** a checklist that shows 基準に該当, taken in at once */
  checklistId: z.uuid('チェックリスト: 選び直してください。').nullish(),
})
export type NewRegistration = z.infer<typeof NewRegistration>

export const ForkBody = z.object({ version, on: day('決めた日'), reason, ...choice })
export type ForkBody = z.infer<typeof ForkBody>

export const ChecklistBody = z.object({
  version,
  checklistId: z.uuid('チェックリスト: 選び直してください。'),
  on: day('確かめた日'),
  reason: reason.default('基本チェックリストが「基準に該当」'),
})
export type ChecklistBody = z.infer<typeof ChecklistBody>

/** 届出書 as it came in (CHK-05, 3) */
export const Notification = z.object({
  on: day('届出を受け取った日'),
  kind: one(NOTIFICATION_KINDS, '届出の種類'),
  cardPlace: one(CARD_PLACES, '被保険者証'),
  /** lost card: the 再交付申請書 is with it */
  hasReissueForm: z.boolean('再交付申請書: あるかどうかを選んでください。').nullish(),
  /** 担当センター on the form; default: the person's */
  centreId: z.uuid('担当センター: 選び直してください。').nullish(),
})
export type Notification = z.infer<typeof Notification>

/** 市へ登録を依頼; for the municipality: 届出を受理. Without a 届出 the course waits for it. */
export const RequestBody = z.object({
  version,
  on: day('依頼した日'),
  notification: Notification.nullable(),
  note: line('市への連絡', 1000).nullish(),
})
export type RequestBody = z.infer<typeof RequestBody>

export const VersionBody = z.object({ version })
export const ReturnBody = z.object({ version, on: day('差し戻した日'), reason })
export type ReturnBody = z.infer<typeof ReturnBody>
export const WithdrawBody = z.object({ version, on: day('取り下げた日'), reason })
export type WithdrawBody = z.infer<typeof WithdrawBody>

const decision = {
  on: day('登録を決めた日'),
  reason: reason.default('届出を受理し、基準に該当することを確かめた'),
  localClass: line('市独自の区分', 10).nullish(),
}
export const RegisterBody = z.object({ version, ...decision })
export type RegisterBody = z.infer<typeof RegisterBody>
export const RegisterManyBody = z.object({
  items: z
    .array(z.object({ id: RegistrationId.shape.id, version }))
    .min(1, '登録する方を選んでください。')
    .max(100, '一度に登録できるのは100人までです。'),
  ...decision,
})
export type RegisterManyBody = z.infer<typeof RegisterManyBody>

export const ActBody = z.object({
  version,
  act: one(ACTS, '行ったこと'),
  /** null: takes an entry back */
  on: day('行った日').nullable(),
  /** 国保連: first day of the month of the notice */
  month: z.iso
    .date('連絡する月: 月を選んでください。')
    .regex(/-01$/, '連絡する月: 月の初日で送ってください。')
    .nullish(),
})
export type ActBody = z.infer<typeof ActBody>

export const ReviewBody = z.object({
  version,
  checklistId: z.uuid('チェックリスト: 選び直してください。'),
  on: day('確かめた日'),
})
export type ReviewBody = z.infer<typeof ReviewBody>

export const EndBody = z.object({
  version,
  end: one(END_REASONS, '終了の理由'),
  on: day('終了を決めた日'),
  /** the 認定 that ends it, for `certification` */
  certificationId: z.uuid('認定: 選び直してください。').nullish(),
  /** last day as 事業対象者; computed for 要支援 */
  lastDay: day('最後の日').nullish(),
  note: line('備考', 500).nullish(),
})
export type EndBody = z.infer<typeof EndBody>

export const LIST_TABS = [
  'requests',
  'underWay',
  'registered',
  'actsMissing',
  'reviewDue',
  'ended',
  'all',
] as const
export const RegistrationFilter = z.object({
  /** requests: waiting for the municipality · actsMissing: 証再交付 or 国保連 not done · reviewDue: within 60 days or past */
  tab: z.enum(LIST_TABS, '一覧の種類: 選び直してください。').default('registered'),
  centreId: z.uuid('センター: 選び直してください。').nullish(),
  localClass: line('市独自の区分', 10).nullish(),
  from: day('相談を受けた日（から）').nullish(),
  to: day('相談を受けた日（まで）').nullish(),
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(200, '一度に出せるのは200件までです。').default(50),
  withTotal: z.boolean().default(false),
})
export type RegistrationFilter = z.infer<typeof RegistrationFilter>
export const RegistrationExport = RegistrationFilter.omit({
  cursor: true,
  limit: true,
  withTotal: true,
}).extend({
  format: z.enum(['csv', 'csv-cp932', 'xlsx'], '形式: CSV か Excel を選んでください。'),
})
