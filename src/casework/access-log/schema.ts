import { z } from 'zod'

const day = (what: string) => z.iso.date(`${what}: 日付を「2026-11-22」の形で入力してください。`)
/** Days of Tokyo, both inclusive. A period is required: without one a filter would read every line ever written. */
const period = { from: day('開始日'), until: day('終了日') }
const ordered = ({ from, until }: { from: string; until: string }) => from <= until
const orderMessage = { path: ['until'], message: '終了日: 開始日と同じ日か、後の日にしてください。' }

export const OUTCOMES = ['done', 'refused', 'failed'] as const

export const LinesQuery = z
  .object({
    ...period,
    personId: z.uuid().nullable().default(null),
    staffId: z.uuid().nullable().default(null),
    action: z.string().max(80).nullable().default(null),
    cursor: z.string().max(120).nullable().default(null),
    limit: z.int().min(1).max(200).default(50),
  })
  .refine(ordered, orderMessage)
export type LinesQuery = z.infer<typeof LinesQuery>

const Named = z.object({ id: z.string(), name: z.string(), kana: z.string() })
export const Line = z.object({
  id: z.string(),
  at: z.string(),
  staff: z.object({ id: z.string(), name: z.string(), staffNumber: z.string() }).nullable(),
  roleLabel: z.string().nullable(),
  action: z.string(),
  /** what the screen did, as the route says it */
  actionLabel: z.string(),
  outcome: z.enum(OUTCOMES),
  recordType: z.string().nullable(),
  /** whose data was shown or changed: the first ten by name, and how many in all */
  people: z.array(Named),
  peopleCount: z.number(),
  reason: z.string().nullable(),
  requestId: z.string(),
})
export type Line = z.infer<typeof Line>
export const LinePage = z.object({ items: z.array(Line), nextCursor: z.string().nullable() })

export const PersonQuestion = z.object({
  number: z
    .string()
    .trim()
    .min(1, '番号: 被保険者番号か宛名番号を入力してください。')
    .max(15, '番号: 15文字までです。'),
})
export const FoundPeople = z.object({
  items: z.array(Named.extend({ birthOn: z.string().nullable() })),
})

export const Period = z.object(period).refine(ordered, orderMessage)
export const ByStaff = z.object({
  items: z.array(
    z.object({
      staff: z.object({ id: z.string(), name: z.string(), staffNumber: z.string() }).nullable(),
      place: z.string().nullable(),
      lines: z.number(),
      people: z.number(),
      mostPeopleADay: z.number(),
      outsideHours: z.number(),
      refused: z.number(),
      exported: z.number(),
    }),
  ),
})
export type ByStaff = z.infer<typeof ByStaff>
/** Whom one account touched: a misused one, say. */
export const TouchedQuery = z
  .object({ ...period, staffId: z.uuid('職員: 一覧から選んでください。') })
  .refine(ordered, orderMessage)
export type TouchedQuery = z.infer<typeof TouchedQuery>
export const TouchedPeople = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      /** null: the record is no longer kept */
      name: z.string().nullable(),
      kana: z.string().nullable(),
      birthOn: z.string().nullable(),
      insuredNumber: z.string().nullable(),
      firstAt: z.string(),
      lastAt: z.string(),
      viewed: z.number(),
      written: z.number(),
      exported: z.number(),
      printed: z.number(),
    }),
  ),
  /** people in all; the items are the two hundred touched last */
  total: z.number(),
})
export type TouchedPeople = z.infer<typeof TouchedPeople>
export const Choices = z.object({
  actions: z.array(z.object({ action: z.string(), label: z.string() })),
  staff: z.array(z.object({ id: z.string(), name: z.string(), staffNumber: z.string() })),
})
export const LinesExport = LinesQuery.safeExtend({
  format: z.enum(['csv', 'csv-cp932', 'xlsx']),
})
export const TouchedExport = TouchedQuery.safeExtend({
  format: z.enum(['csv', 'csv-cp932', 'xlsx']),
})
