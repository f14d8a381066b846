import { z } from 'zod'

export const TABS = ['new', 'due', 'overdue', 'waiting', 'ahead'] as const

const version = z.int('版の番号がありません。画面を開き直してください。')
const reason = z
  .string()
  .trim()
  .min(1, '理由を入力してください。')
  .max(500, '理由は500字までです。短くしてください。')
const day = z.iso.date('日付を「2026-11-22」の形で入力してください。')
const id = z.uuid('番号の形が違います。画面を開き直してください。')

export const TodayQuery = z.object({
  tab: z
    .enum(TABS, '一覧の種類は 新規担当・本日期限・期限切れ・回答待ち・これから のいずれかです。')
    .default('due'),
  /** of the tab これから: only this day */
  day: day.optional(),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200, '一度に出せるのは200件までです。').default(50),
})
export type TodayQuery = z.infer<typeof TodayQuery>

export const TaskRow = z.object({
  id: z.string(),
  version: z.number(),
  person: z.object({ id: z.string(), name: z.string(), kana: z.string() }).nullable(),
  title: z.string(),
  kind: z.string(),
  kindLabel: z.string(),
  dueOn: z.string(),
  daysLeft: z.number(),
  state: z.enum(['open', 'waiting', 'done', 'withdrawn']),
  isNew: z.boolean(),
  sourceType: z.string(),
  sourceId: z.string(),
  sourceLink: z.string().nullable(),
  postponedFrom: z.string().nullable(),
  postponedReason: z.string().nullable(),
  handedByName: z.string().nullable(),
  handedAt: z.string().nullable(),
  handedReason: z.string().nullable(),
  receivedAt: z.string().nullable(),
  holder: z.object({ id: z.string(), name: z.string() }),
})
export type TaskRow = z.infer<typeof TaskRow>

/** What falls on a day: how many, how heavy, of which kinds. */
export const DayLoad = z.object({
  count: z.number(),
  weight: z.number(),
  kinds: z.array(z.object({ kind: z.string(), label: z.string(), count: z.number() })),
})
export type DayLoad = z.infer<typeof DayLoad>
const StripDay = DayLoad.extend({ day: z.string() })

/** The load of a centre: staff by days; `overdue` is what stands before today. */
export const CentreLoad = z.object({
  today: z.string(),
  days: z.array(z.string()),
  rows: z.array(
    z.object({
      staff: z.object({ id: z.string(), name: z.string() }),
      overdue: DayLoad,
      days: z.array(DayLoad),
      total: z.number(),
    }),
  ),
})
export type CentreLoad = z.infer<typeof CentreLoad>
export const LoadParams = z.object({ staffId: id })
export const LoadQuery = z.object({
  day: z.union([day, z.literal('overdue')], '日付か overdue を指定してください。'),
})
export const LoadTasks = z.object({ rows: z.array(TaskRow), isCut: z.boolean() })

export const Today = z.object({
  today: z.string(),
  tab: z.enum(TABS),
  counts: z.object({
    new: z.number(),
    due: z.number(),
    overdue: z.number(),
    waiting: z.number(),
    ahead: z.number(),
  }),
  strip: z.array(StripDay),
  overdue: DayLoad,
  rows: z.array(TaskRow),
  nextCursor: z.string().nullable(),
})
export type Today = z.infer<typeof Today>

export const TaskParams = z.object({ id })
export const DoneBody = z.object({
  version,
  note: z.string().trim().max(500, 'メモは500字までです。短くしてください。').optional(),
})
export const PostponeBody = z.object({ version, to: day, reason })
export const HandOverBody = z.object({ version, toStaffId: id, reason })
export const VersionBody = z.object({ version })
export const NewTaskBody = z.object({
  /** made by the client, so that a repeated send stores once */
  id: id.optional(),
  title: z
    .string()
    .trim()
    .min(1, '何をするかを入力してください。')
    .max(200, '件名は200字までです。短くしてください。'),
  dueOn: day,
  personId: id.nullish(),
})
export type NewTaskBody = z.infer<typeof NewTaskBody>

export const Colleagues = z.object({ rows: z.array(z.object({ id: z.string(), name: z.string() })) })
