import { z } from 'zod'

const month = z
  .string({ error: '月を選んでください。' })
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月を「2026-04」の形で入力してください。')

export const UsageBody = z.object({ from: month, to: month })
export type UsageBody = z.infer<typeof UsageBody>

export const UsageRow = z.object({
  /** YYYY-MM */
  month: z.string(),
  /** null: the insurer's own posts and offices */
  centreId: z.string().nullable(),
  centreName: z.string(),
  /** staff with a post on any day of the month */
  staffCount: z.number(),
  /** entries of the journal (業務記録) */
  recordCount: z.number(),
  signInCount: z.number(),
  refusedCount: z.number(),
  jobCount: z.number(),
})
export type UsageRow = z.infer<typeof UsageRow>
export const Usage = z.object({
  rows: z.array(UsageRow),
  /** bytes of the database of the whole installation */
  databaseBytes: z.number(),
  /** instant of the last backup; null: the server does not know */
  backedUpAt: z.string().nullable(),
})
export type Usage = z.infer<typeof Usage>
export const ExportBody = UsageBody.extend({ format: z.enum(['csv', 'csv-cp932', 'xlsx']) })
