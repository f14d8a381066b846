import { z } from 'zod'

const uuid = z.uuid('番号の形が違います。画面を開き直してください。')
const version = z.int('版の番号がありません。画面を開き直してください。').min(1)
const KINDS = ['died', 'moved-out'] as const
const SOURCES = [
  'family',
  'hospital',
  'care-office',
  'welfare-commissioner',
  'neighbour',
  'police',
  'municipality',
  'self',
  'other',
] as const
const text = (label: string, most: number) =>
  z
    .string()
    .trim()
    .max(most, `${label}は${most}字までです。短くしてください。`)
    .transform((value) => value || null)
    .nullable()
    .default(null)

export const EventParams = z.object({ id: uuid, eventId: uuid })
export const EventQuery = z.object({ kind: z.enum(KINDS, '死亡か転出かを選んでください。') })

export const EventBody = z.object({
  /** of the person */
  version,
  kind: z.enum(KINDS, '死亡か転出かを選んでください。'),
  happenedOn: z.iso.date('日付: 亡くなった日または転出した日を入力してください。'),
  informationSource: z.enum(SOURCES, '情報源: だれから知ったかを選んでください。'),
  confirmedBy: z.uuid('確認者: 確かめた職員を選んでください。'),
  movedTo: text('転出先', 100),
  note: text('メモ', 500),
  /** codes of the closing tasks that are wanted */
  tasks: z.array(z.string().max(40)).max(20),
})
export type EventBody = z.infer<typeof EventBody>

export const EventPreview = z.object({
  /** open tasks that end */
  ends: z.array(
    z.object({ id: z.string(), title: z.string(), dueOn: z.string(), holderName: z.string().nullable() }),
  ),
  /** open tasks that go on all the same */
  stays: z.array(
    z.object({ id: z.string(), title: z.string(), dueOn: z.string(), holderName: z.string().nullable() }),
  ),
  /** accesses that end on the day */
  accesses: z.array(z.object({ holderName: z.string(), kind: z.string() })),
  /** tasks offered for who looks after the person */
  closing: z.array(z.object({ code: z.string(), title: z.string(), dueOn: z.string() })),
  /** what other areas will do */
  further: z.array(z.object({ text: z.string(), count: z.number() })),
})
export type EventPreview = z.infer<typeof EventPreview>

export const Recorded = z.object({
  id: z.string(),
  withdrawn: z.number(),
  ended: z.number(),
  added: z.number(),
})
export type Recorded = z.infer<typeof Recorded>

export const CancelBody = z.object({
  /** of the event */
  version,
  reason: z
    .string()
    .trim()
    .min(1, '理由: なぜ取り消すか（例: 別の方だった）を書いてください。')
    .max(300, '理由は300字までです。短くしてください。'),
})
export type CancelBody = z.infer<typeof CancelBody>
export const Cancelled = z.object({ reopened: z.number(), removed: z.number(), restored: z.number() })
export type Cancelled = z.infer<typeof Cancelled>
