import { z } from 'zod'

/** What an officer's look at a value is worth: ours, this insurer's, or nobody's yet. */
const Mark = z.enum(['seen', 'confirmed', 'secondary', 'decided', 'unread'])
export type Mark = z.infer<typeof Mark>

const Source = z.object({ text: z.string(), url: z.string().optional() })

export const Confirmation = z.object({
  id: z.string(),
  version: z.number(),
  source: z.string(),
  sourceUrl: z.string().nullable(),
  /** どこで見たか */
  seenIn: z.string(),
  confirmedBy: z.string(),
  confirmedAt: z.string(),
  withdrawnBy: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  /** false: the value of that day has changed since, or is gone */
  isOfThisValue: z.boolean(),
})
export type Confirmation = z.infer<typeof Confirmation>

export const Entry = z.object({
  from: z.string(),
  /** last day in force; null: none is known */
  to: z.string().nullable(),
  value: z.unknown(),
  source: Source,
  confidence: z.enum(['seen', 'secondary', 'recalled', 'unverified', 'decided']),
  mark: Mark,
  status: z.enum(['provisional', 'draft']).nullable(),
  note: z.string().nullable(),
  /** of the value; sent back with a confirmation, so that it is about what was seen */
  hash: z.string(),
  /** the one that holds */
  confirmation: Confirmation.nullable(),
})
export type Entry = z.infer<typeof Entry>

const RuleName = z.object({ id: z.string(), title: z.string(), group: z.string() })

export const LawValue = z.object({
  id: z.string(),
  title: z.string(),
  unit: z.string(),
  /** what keys and codes of the value are called */
  labels: z.record(z.string(), z.string()),
  /** the floor of the house that answers for it, in Japanese */
  floor: z.string(),
  /** headings of the rules that use it; of the first it is a part */
  groups: z.array(z.string()),
  /** last day somebody read the source and found it unchanged */
  checkedOn: z.string(),
  /** in force today; null: none is */
  now: Entry.nullable(),
  /** values by date */
  entries: z.number(),
  /** of them, those that nobody has read in their source, and this insurer has not confirmed */
  unread: z.number(),
  /** of them, those that this insurer has confirmed */
  confirmed: z.number(),
  /** 仮置き or 案 among today's value and those to come */
  isProvisional: z.boolean(),
  /** rules that use it */
  rules: z.array(RuleName),
})
export type LawValue = z.infer<typeof LawValue>

export const LawValueList = z.object({ items: z.array(LawValue), insurer: z.string() })
export type LawValueList = z.infer<typeof LawValueList>

export const LawValuePage = LawValue.extend({
  /** oldest first */
  history: z.array(Entry),
  /** withdrawn ones, and those of values that have changed since; newest first */
  past: z.array(Confirmation.extend({ from: z.string() })),
  insurer: z.string(),
  mayConfirm: z.boolean(),
})
export type LawValuePage = z.infer<typeof LawValuePage>

export const LawValueId = z.object({ id: z.string().min(1).max(120) })

const text = (label: string, what: string, most: number) =>
  z.string().trim().min(1, `${label}: ${what}`).max(most, `${label}: ${most}文字までです。`)

export const ConfirmLawValue = z.object({
  /** first day of the entry */
  from: z.iso.date('適用日: 実在する日付を「2026-04-01」の形で指定してください。'),
  hash: z.string().regex(/^[0-9a-f]{64}$/, '値: 画面を開き直してから、もう一度確認してください。'),
  source: text('出典', '読んだ法令・通知・資料の名称を入力してください。', 500),
  sourceUrl: z
    .url('出典のアドレス: https:// で始まるアドレスを入力してください。なければ空欄にしてください。')
    .regex(/^https?:\/\//, '出典のアドレス: https:// で始まるアドレスを入力してください。')
    .max(1000, '出典のアドレス: 1,000文字までです。')
    .nullable(),
  seenIn: text('見た場所', '条・頁・表など、値が書いてあった場所を入力してください。', 300),
})
export type ConfirmLawValue = z.infer<typeof ConfirmLawValue>

export const WithdrawConfirmation = z.object({
  confirmationId: z.uuid(),
  version: z.int(),
  reason: text('取り消す理由', '何が違っていたのかを入力してください。', 500),
})
export type WithdrawConfirmation = z.infer<typeof WithdrawConfirmation>

export const ExportQuery = z.object({
  format: z.enum(['csv', 'csv-cp932', 'xlsx'], '形式: csv、csv-cp932、xlsx のどれかを指定してください。'),
})
