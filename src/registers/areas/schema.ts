import { z } from 'zod'

export const Town = z.object({
  id: z.uuid(),
  name: z.string(),
  kana: z.string(),
  /** 圏域 and 担当センター of today; null: the town belongs to none */
  areaId: z.uuid().nullable(),
  areaName: z.string().nullable(),
  centreId: z.uuid().nullable(),
  centreName: z.string().nullable(),
})
export type Town = z.infer<typeof Town>
export const TownList = z.object({ items: z.array(Town) })

export const Area = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  centreId: z.uuid().nullable(),
  centreName: z.string().nullable(),
})
export type Area = z.infer<typeof Area>
export const AreaList = z.object({ items: z.array(Area) })

const text = (missing: string, longest = 60) =>
  z.string({ error: missing }).trim().min(1, missing).max(longest, `${longest}文字以内で入力してください。`)
const id = (message: string) => z.uuid(message)
const fromDay = z.iso.date('いつからかを入力してください。')

const Period = z.object({ validFrom: z.string(), validTo: z.string().nullable() })

/** An area with every centre that answers, answered or will answer for it, oldest first. */
export const AreaEntry = Period.extend({
  id: z.string(),
  version: z.number(),
  code: z.string(),
  name: z.string(),
  /** towns that belong to it today */
  townCount: z.number(),
  centres: z.array(Period.extend({ centreId: z.string(), centreName: z.string() })),
})
export type AreaEntry = z.infer<typeof AreaEntry>

/** A town with every area it belongs, belonged or will belong to, oldest first. */
export const TownEntry = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  kana: z.string(),
  areas: z.array(Period.extend({ areaId: z.string(), code: z.string(), name: z.string() })),
})
export type TownEntry = z.infer<typeof TownEntry>
export const AreaRegister = z.object({ areas: z.array(AreaEntry), towns: z.array(TownEntry) })
export type AreaRegister = z.infer<typeof AreaRegister>

export const PutArea = z.object({
  id: id('圏域を一覧から選んでください。'),
  /** null: a new area */
  version: z.number().int().nullable(),
  code: text('圏域コードを入力してください。', 20),
  name: text('圏域の名称を入力してください。'),
  validFrom: z.iso.date('圏域の始まる日を入力してください。'),
  /** the centre that answers for a new area from its first day */
  centreId: id('センターを一覧から選んでください。').nullable().default(null),
})
export type PutArea = z.infer<typeof PutArea>

export const EndArea = z.object({
  id: id('圏域を一覧から選んでください。'),
  version: z.number().int(),
  lastDay: z.iso.date('最後の日を入力してください。'),
})
export type EndArea = z.infer<typeof EndArea>

export const AssignArea = z.object({
  areaId: id('圏域を一覧から選んでください。'),
  centreId: id('センターを一覧から選んでください。'),
  fromDay,
})
export type AssignArea = z.infer<typeof AssignArea>

export const PutTown = z.object({
  id: id('町を一覧から選んでください。'),
  /** null: a new town, which then belongs to `areaId` from `fromDay` */
  version: z.number().int().nullable(),
  name: text('町名を入力してください。'),
  kana: z.string().trim().max(100, '100文字以内で入力してください。').default(''),
  areaId: id('圏域を一覧から選んでください。').nullable().default(null),
  fromDay: fromDay.nullable().default(null),
})
export type PutTown = z.infer<typeof PutTown>

/** areaId null: the towns belong to no area from that day */
export const AssignTowns = z.object({
  townIds: z
    .array(id('町を一覧から選んでください。'))
    .min(1, '町を選んでください。')
    .max(500, '一度に移せるのは500町までです。'),
  areaId: id('圏域を一覧から選んでください。').nullable(),
  fromDay,
})
export type AssignTowns = z.infer<typeof AssignTowns>

/** What hangs on towns today, by what it is. Figures, no one's name. */
export const AffectedBody = z.object({
  townIds: z.array(id('町を一覧から選んでください。')).max(2000, '一度に数えられるのは2000町までです。'),
})
export const Affected = z.object({
  items: z.array(z.object({ id: z.string(), label: z.string(), count: z.number() })),
})
export type Affected = z.infer<typeof Affected>

export const Moved = z.object({ moved: z.number() })
export const Done = z.object({ done: z.literal(true) })
export const ExportBody = z.object({ format: z.enum(['csv', 'csv-cp932', 'xlsx']) })

/** Rows of the grid under the headings of the list of towns. */
export const TownRows = z.object({
  rows: z
    .array(z.array(z.string().max(200, '200文字以内で入力してください。')).length(5))
    .max(2000, '一度に読めるのは2000行までです。'),
  dryRun: z.boolean(),
})
