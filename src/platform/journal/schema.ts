import { z } from 'zod'

export const JournalQuery = z.object({
  /** default: today */
  day: z.iso.date('日付を「2026-11-22」の形で指定してください。').optional(),
})

export const JournalDay = z.object({
  day: z.string(),
  rows: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      kindLabel: z.string(),
      person: z.object({ id: z.string(), name: z.string(), kana: z.string() }).nullable(),
      /** null: not recorded */
      minutes: z.number().nullable(),
      unit: z.enum(['回', '件', '人', '分']),
      count: z.number(),
      sourceType: z.string(),
      sourceId: z.string(),
      sourceLink: z.string().nullable(),
    }),
  ),
  totals: z.array(
    z.object({
      kind: z.string(),
      kindLabel: z.string(),
      unit: z.string(),
      count: z.number(),
      minutes: z.number(),
      /** rows whose minutes nobody wrote down; not part of `minutes` */
      minutesNotRecorded: z.number(),
    }),
  ),
})
export type JournalDay = z.infer<typeof JournalDay>
