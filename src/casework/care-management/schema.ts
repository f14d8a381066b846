import { z } from 'zod'
import {
  CHANGES,
  COURSE_TYPES,
  type Code,
  DUE_BANDS,
  LEVELS,
  MODES,
  OUTCOMES,
  SERVICE_GROUPS,
  STATES,
  SUBJECTS,
  WAYS,
} from './codes.ts'

const codesOf = <const T extends readonly Code[]>(list: T) =>
  list.map(({ code }) => code) as [T[number]['code'], ...T[number]['code'][]]
const one = <const T extends readonly Code[]>(list: T, name: string) =>
  z.enum(codesOf(list), `${name}: 一覧から選んでください。`)

const id = z.uuid('番号の形が違います。画面を開き直してください。')
const version = z.int('版の番号がありません。画面を開き直してください。')
const day = (name: string) => z.iso.date(`${name}: 日付を入力してください。例: R8.11.22`)
const text = (name: string, most: number) =>
  z
    .string()
    .trim()
    .min(1, `${name}: 入力してください。`)
    .max(most, `${name}: ${most}字までです。短くしてください。`)
const line = (name: string, most = 200) =>
  z
    .string()
    .trim()
    .max(most, `${name}: ${most}字までです。短くしてください。`)
    .transform((value) => (value === '' ? null : value))
    .nullish()
    .transform((value) => value ?? null)
const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'サービスの開始月: 年と月を入力してください。例: R8.12')

export const PersonParams = z.object({ personId: id })
export const CourseParams = z.object({ id })
export const RecordParams = z.object({ id })
export const HandOverParams = z.object({ id, entrustmentId: id })

export const PlannedService = z.object({
  group: one(SERVICE_GROUPS, 'サービスの種類'),
  /** サービス種類コード, when it has one */
  code: line('サービスコード', 4),
  label: text('サービスの名前', 100),
  officeName: line('事業所'),
})
export type PlannedService = z.infer<typeof PlannedService>

/** DLY-05: which offices were shown for what, which was chosen and why, in the person's words. */
export const ProviderChoice = z.object({
  about: text('何を選んだか', 100),
  shown: z.array(text('示した事業所', 100)).max(20, '示した事業所: 20か所までです。'),
  chosen: text('選んだ事業所', 100),
  /** null: no reason was recorded; the page warns */
  reason: line('選んだ理由', 500),
  explainedOn: day('説明した日').nullable(),
})
export type ProviderChoice = z.infer<typeof ProviderChoice>

export const Contract = z.object({
  explainedOn: day('説明した日').nullable(),
  explainedTo: line('説明した相手', 100),
  version: line('重要事項説明書の版', 50),
  medium: z.enum(['paper', 'electronic'], '書面か電子かを選んでください。').nullable(),
  consentedOn: day('同意の日').nullable(),
  endedOn: day('契約の終わり').nullable(),
  endReason: line('契約を終えた理由', 500),
})
export type Contract = z.infer<typeof Contract>

export const Mode = z.object({
  kind: one(MODES, 'モニタリングの方法'),
  months: z
    .int('間隔: か月を整数で入力してください。')
    .min(1, '間隔: 1か月以上にしてください。')
    .max(12, '間隔: 12か月までです。')
    .nullable(),
  /** codes of the conditions that hold */
  conditions: z.array(z.string().max(20)).max(10),
  note: line('条件の確認の記録', 1000),
})
export type Mode = z.infer<typeof Mode>

const courseFields = {
  level: one(LEVELS, '要介護度').nullable(),
  services: z.array(PlannedService).max(30, '予定のサービス: 30件までです。'),
  type: one(COURSE_TYPES, '類型').nullable(),
  typeReason: line('類型の理由', 500),
  staffId: id.nullable(),
  contract: Contract,
  choices: z.array(ProviderChoice).max(20, '事業所の選択: 20件までです。'),
  startMonth: month.nullable(),
  mode: Mode,
  planFrom: day('計画の初日').nullable(),
  planTo: day('計画の終わり').nullable(),
  evaluationOn: day('評価期間の終わり').nullable(),
  state: z.enum(['preparing', 'running'], '準備中か実施中を選んでください。'),
  notAnIndividualNumber: z.boolean().optional(),
}

export const NewCourse = z.object({ id, personId: id, openedOn: day('開始した日'), ...courseFields })
export type NewCourse = z.infer<typeof NewCourse>
export const CourseChange = z.object({ version, ...courseFields })
export type CourseChange = z.infer<typeof CourseChange>
export const CourseEnd = z.object({
  version,
  endedOn: day('終了日'),
  reason: text('終了の理由', 500),
})
export const Reopen = z.object({ version, reason: text('終了を取り消す理由', 500) })

/** What the form knows so far; every field may still be missing. */
export const PreviewBody = z.object({
  personId: id,
  /** the course that is changed; null: a new one */
  courseId: id.nullish().transform((value) => value ?? null),
  level: one(LEVELS, '要介護度').nullable(),
  groups: z.array(one(SERVICE_GROUPS, 'サービスの種類')).max(30),
  /** サービス種類コード of the services, where known */
  codes: z.array(z.string().max(4)).max(30),
  type: one(COURSE_TYPES, '類型').nullable(),
  startMonth: month.nullable(),
  mode: Mode,
  evaluationOn: day('評価期間の終わり').nullable(),
  consentedOn: day('同意の日').nullable(),
  openedOn: day('開始した日').nullable(),
  state: z.enum(['preparing', 'running']),
})
export type PreviewBody = z.infer<typeof PreviewBody>

export const NewRecord = z.object({
  id,
  subject: one(SUBJECTS, '記録の種類'),
  doneOn: day('行った日'),
  way: one(WAYS, '方法'),
  result: text('内容', 4000),
  change: one(CHANGES, '状態の変化'),
  outcome: one(OUTCOMES, '今後の方針')
    .nullish()
    .transform((value) => value ?? null),
  planFrom: day('計画の初日')
    .nullish()
    .transform((value) => value ?? null),
  planTo: day('計画の終わり')
    .nullish()
    .transform((value) => value ?? null),
  minutes: z
    .int('時間: 分を整数で入力してください。')
    .min(0, '時間: 0分以上にしてください。')
    .max(1440, '時間: 1440分（1日）までです。')
    .nullish()
    .transform((value) => value ?? null),
  notAnIndividualNumber: z.boolean().optional(),
})
export type NewRecord = z.infer<typeof NewRecord>
export const RecordChange = NewRecord.omit({ id: true, subject: true }).extend({ version })
export type RecordChange = z.infer<typeof RecordChange>
export const Withdrawal = z.object({ version, reason: text('取り下げる理由', 500) })
export const Confirmation = z.object({
  version,
  opinion: line('センターの意見', 1000),
  /** of a plan draft: takes its days over into the course */
  takesPlan: z.boolean().default(false),
})
export type Confirmation = z.infer<typeof Confirmation>

export const NewEntrustment = z.object({
  id,
  version,
  organisationId: id,
  contractorStaffId: id.nullish().transform((value) => value ?? null),
  from: day('委託の初日'),
  to: day('委託の最終日')
    .nullish()
    .transform((value) => value ?? null),
  handOver: text('引き継ぎの内容', 4000),
  committeeOn: day('運営協議会の日')
    .nullish()
    .transform((value) => value ?? null),
  notAnIndividualNumber: z.boolean().optional(),
})
export type NewEntrustment = z.infer<typeof NewEntrustment>
export const EntrustmentEnd = z.object({ version, lastDay: day('最終日'), reason: text('終える理由', 500) })
export const Decline = z.object({ reason: text('辞退の理由', 500) })

export const SORTS = ['due', 'kana'] as const

export const CourseFilter = z.object({
  centreId: id.optional(),
  staffId: id.optional(),
  organisationId: id.optional(),
  entrusted: z.enum(['yes', 'waiting', 'no'], '委託のしぼり込みは一覧から選んでください。').optional(),
  type: z.enum(['A', 'B', 'C', 'undecided'], '類型は一覧から選んでください。').optional(),
  state: one(STATES, '状態').optional(),
  due: z.enum(codesOf(DUE_BANDS), '期限のしぼり込みは一覧から選んでください。').optional(),
  sort: z.enum(SORTS, '並べ方は一覧から選んでください。').default('due'),
  cursor: z.string().max(400).optional(),
  limit: z.int().min(1).max(200, '一度に出せるのは200件までです。').default(50),
  withTotal: z.boolean().default(false),
})
export type CourseFilter = z.infer<typeof CourseFilter>
export const CourseExport = CourseFilter.omit({ cursor: true, limit: true, withTotal: true }).extend({
  format: z.enum(['xlsx', 'csv', 'csv-cp932'], 'ファイルの形を選んでください。'),
})
