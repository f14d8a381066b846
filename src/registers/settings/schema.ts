import { z } from 'zod'

const Dated = z.object({
  id: z.string(),
  version: z.number(),
  /** first day in force */
  from: z.string(),
  /** last day in force; null: no later value is entered */
  to: z.string().nullable(),
  value: z.unknown(),
  /** 根拠: 要綱, 条例, 決裁 */
  source: z.string(),
  note: z.string().nullable(),
  enteredBy: z.string().nullable(),
  enteredAt: z.string(),
  /** the second officer; null where none is needed */
  approvedBy: z.string().nullable(),
})

const text = (label: string, most: number) =>
  z.string().trim().min(1, `${label}: 入力してください。`).max(most, `${label}: ${most}文字までです。`)

/** Where the municipality fixed the value. */
export const Ordinance = z.object({
  /** 条例・規則・要綱・決裁の名称 */
  title: text('根拠の名称', 200),
  /** 平成12年条例第10号 */
  number: text('番号', 100).nullable(),
  /** 第4条第1項 */
  article: text('条項', 100).nullable(),
})
export type Ordinance = z.infer<typeof Ordinance>

export const Proposal = z.object({
  id: z.string(),
  key: z.string(),
  operation: z.enum(['add', 'correct', 'remove']),
  /** the dated value that is corrected or removed; null: a new one */
  settingId: z.string().nullable(),
  from: z.string(),
  /** null: removal */
  value: z.unknown(),
  /** what was in force on the day when it was proposed to be changed: the row itself, else the value of that day */
  oldValue: z.unknown(),
  /** first day of the corrected or removed value */
  oldFrom: z.string().nullable(),
  ordinance: Ordinance,
  source: z.string(),
  note: z.string().nullable(),
  proposedBy: z.string().nullable(),
  proposedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decision: z.enum(['approved', 'returned', 'withdrawn']).nullable(),
  /** why it was returned */
  reason: z.string().nullable(),
  /** what the reader may do with it */
  may: z.enum(['decide', 'withdraw', 'nothing']),
})
export type Proposal = z.infer<typeof Proposal>
export const ProposalList = z.object({ items: z.array(Proposal) })

export const Setting = z.object({
  key: z.string(),
  group: z.string(),
  title: z.string(),
  unit: z.string().nullable(),
  help: z.string(),
  input: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('choice'),
      choices: z.array(z.object({ code: z.string(), label: z.string() })),
    }),
    z.object({ kind: z.literal('integer'), min: z.number(), max: z.number(), blank: z.string().nullable() }),
    z.object({ kind: z.literal('yesNo'), yes: z.string(), no: z.string() }),
    /** `shape`: JSON Schema (2020-12) of the value, with titles and units */
    z.object({ kind: z.literal('structure'), shape: z.record(z.string(), z.unknown()) }),
  ]),
  initial: z.object({ value: z.unknown(), source: z.string(), confidence: z.string() }),
  /** the value of today */
  today: z.unknown(),
  /** whether the reader's role may change it */
  mayChange: z.boolean(),
  /** two: a change is proposed by one officer and approved by another */
  approval: z.literal('two').nullable(),
  /** the insurer's own values, oldest first */
  dated: z.array(Dated),
  /** proposals that wait, by day */
  pending: z.array(Proposal),
})
export type Setting = z.infer<typeof Setting>
export const SettingList = z.object({
  items: z.array(Setting),
  /** officers besides the reader who could approve today */
  otherOfficers: z.number(),
})
export type SettingList = z.infer<typeof SettingList>

export const SettingKey = z.object({ key: z.string().max(80) })

const from = z.iso.date('開始日: 日付を「2026-11-22」の形で入力してください。')
const note = z.string().trim().max(1000, '備考: 1,000文字までです。').nullable()

export const PutSetting = z.object({
  /** null: a new dated value; else the one that is corrected, with its version */
  id: z.uuid().nullable(),
  version: z.int().nullable(),
  from,
  value: z.unknown(),
  source: z
    .string()
    .trim()
    .min(1, '根拠: 要綱・条例・決裁の名称と番号を入力してください。')
    .max(500, '根拠: 500文字までです。'),
  note,
})
export type PutSetting = z.infer<typeof PutSetting>
export const RemoveSetting = z.object({ id: z.uuid(), version: z.int() })

const row = { id: z.uuid(), version: z.int() }
const proposed = { from, ordinance: Ordinance, note }
export const ProposeSetting = z.discriminatedUnion('operation', [
  z.object({ operation: z.literal('add'), ...proposed, value: z.unknown() }),
  z.object({ operation: z.literal('correct'), ...row, ...proposed, value: z.unknown() }),
  z.object({ operation: z.literal('remove'), ...row, ...proposed }),
])
export type ProposeSetting = z.infer<typeof ProposeSetting>

export const ProposalId = z.object({ proposalId: z.uuid() })
export const ReturnProposal = z.object({
  reason: z
    .string()
    .trim()
    .min(1, '差し戻す理由: 何をどう直せばよいかを入力してください。')
    .max(500, '差し戻す理由: 500文字までです。'),
})
