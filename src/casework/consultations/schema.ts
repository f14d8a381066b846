import { z } from 'zod'
import {
  CALLERS,
  CHANNELS,
  CONSENTS,
  CONTINUITIES,
  type Code,
  codesOf,
  HOUSEHOLDS,
  REFERRAL_KINDS,
  RESPONSES,
  TOPICS,
  UNNAMED_AGE_BANDS,
  UNNAMED_SEXES,
  URGENCIES,
} from './codes.ts'

const one = <const L extends readonly Code[]>(list: L, what: string) =>
  z.enum(codesOf(list), `${what}: 一覧から選んでください。`)
const line = (what: string, max: number) =>
  z.string().trim().max(max, `${what}: ${max}字までです。短くしてください。`)
const id = (what: string) => z.uuid(`${what}: 番号の形が違います。選び直してください。`)
const day = (what: string) => z.iso.date(`${what}: 日付を「2026-11-22」の形で入力してください。`)
const instant = (what: string) =>
  z.iso.datetime({ offset: true, error: `${what}: 日時を入力してください（例 2026-11-22T10:00:00+09:00）。` })
const version = z.int('版の番号がありません。画面を開き直してください。')

export const Unnamed = z.object({
  ageBand: one(UNNAMED_AGE_BANDS, '年齢層'),
  sex: one(UNNAMED_SEXES, '性別'),
  areaId: id('圏域').nullish(),
})

export const NewReferral = z.object({
  id: id('紹介').optional(),
  toKind: one(REFERRAL_KINDS, '紹介先の種類'),
  toName: line('紹介先', 100).min(1, '紹介先: 名称を入力してください。'),
  toCentreId: id('紹介先のセンター').nullish(),
  toStaffId: id('紹介先の職員').nullish(),
  /** 本人の同意; null: not asked yet */
  consent: z.boolean('本人の同意: はい・いいえ・未確認から選んでください。').nullish(),
  content: line('紹介の内容', 2000).nullish(),
  /** default: the day of the contact */
  sentOn: day('紹介した日').optional(),
  /** default: 14 days later */
  replyDueOn: day('回答の期限').nullish(),
})
export type NewReferral = z.infer<typeof NewReferral>

/** The fields a worker writes and may correct. */
const fields = {
  receivedAt: instant('受付日時'),
  endedAt: instant('終了時刻').nullish(),
  minutes: z
    .int('所要時間: 分を整数で入力してください。')
    .min(0, '所要時間: 0分以上で入力してください。')
    .max(1440, '所要時間: 1日（1440分）を超えています。分で入力してください。')
    .nullish(),
  channel: one(CHANNELS, '相談方法'),
  caller: one(CALLERS, '相談者'),
  callerName: line('相談者の氏名', 100).nullish(),
  callerPhone: line('相談者の電話', 30).nullish(),
  household: one(HOUSEHOLDS, '世帯').nullish(),
  topics: z.array(one(TOPICS, '相談内容')).max(24, '相談内容: 同じものが重なっています。'),
  urgency: one(URGENCIES, '緊急度'),
  responderId: id('対応者').nullish(),
  respondedAt: instant('対応時刻').nullish(),
  text: line('相談の内容', 20_000).min(1, '相談の内容: 聞いたことを入力してください。'),
  answer: line('対応の内容', 20_000).nullish(),
  responses: z.array(one(RESPONSES, '対応')).max(9, '対応: 同じものが重なっています。'),
  consent: one(CONSENTS, '本人の同意'),
  consentReason: line('同意の理由', 500).nullish(),
  nextAction: line('次の対応', 200).nullish(),
  dueOn: day('期限').nullish(),
  closeReason: line('終結の理由', 500).nullish(),
} as const

/** The writer states that twelve digits in the text are not a 個人番号 (PRV-02); audited. */
const notAnIndividualNumber = z.boolean().optional()

export const NewConsultation = z.object({
  /** uuid v7 made by the browser: a send repeated after a lost answer stores once */
  id: id('相談'),
  personId: id('対象者').nullish(),
  unnamed: Unnamed.nullish(),
  ...fields,
  /** default: the moment of saving */
  receivedAt: fields.receivedAt.optional(),
  /** default: 継続 when the person has a consultation within two years (再開 when it was closed), else 新規 */
  continuity: one(CONTINUITIES, '新規・継続').optional(),
  topics: fields.topics.default([]),
  responses: fields.responses.default([]),
  consent: fields.consent.default('not-asked'),
  referrals: z.array(NewReferral).max(10, '紹介: 一度に10件までです。').default([]),
  notAnIndividualNumber,
})
export type NewConsultation = z.infer<typeof NewConsultation>

const { consent, ...rest } = fields
export const ConsultationChange = z.object({
  version,
  ...z.object({ ...rest, consent, continuity: one(CONTINUITIES, '新規・継続') }).partial().shape,
  unnamed: Unnamed.optional(),
  notAnIndividualNumber,
})
export type ConsultationChange = z.infer<typeof ConsultationChange>

export const Withdrawal = z.object({
  version,
  reason: line('取下げの理由', 500).min(1, '取下げの理由: 入力してください。'),
})
/** 氏名不明の相談の対象者; null: 氏名不明に戻す */
export const PersonOfConsultation = z.object({ version, personId: id('対象者').nullable() })
export type PersonOfConsultation = z.infer<typeof PersonOfConsultation>
export const ReferralReceipt = z.object({ version })
export const ReferralResult = z.object({
  version,
  result: line('結果', 2000).min(1, '結果: 紹介先からの返事を入力してください。'),
  notAnIndividualNumber,
})
export const AddedReferral = NewReferral.extend({ notAnIndividualNumber })
export const IdParams = z.object({ id: id('記録') })

export const ConsultationFilter = z.object({
  /** days in Japan, both inclusive */
  from: day('期間の初め').optional(),
  to: day('期間の終わり').optional(),
  centreId: id('センター').optional(),
  personId: id('対象者').optional(),
  /** 'mine': only what the reader recorded; or a colleague's id */
  staff: z.union([z.literal('mine'), id('職員')]).optional(),
  channel: one(CHANNELS, '相談方法').optional(),
  topic: one(TOPICS, '相談内容').optional(),
  urgency: one(URGENCIES, '緊急度').optional(),
  text: line('ことば', 100).optional(),
  withdrawn: z.boolean().default(false),
  cursor: z.string().max(300).optional(),
  limit: z.int().min(1).max(200, '一度に出せるのは200件までです。').default(50),
  withTotal: z.boolean().default(false),
})
export type ConsultationFilter = z.infer<typeof ConsultationFilter>
export const ConsultationExport = ConsultationFilter.extend({
  format: z.enum(['csv', 'csv-cp932', 'xlsx'], '形式: Excel か CSV を選んでください。'),
})
