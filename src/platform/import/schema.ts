import { z } from 'zod'

/** One kind of file that may be read, as the screen offers it. */
export const Kind = z.object({
  kind: z.string(),
  label: z.string(),
  help: z.string(),
  extensions: z.array(z.string()),
  target: z.enum(['reference', 'tenant']),
  /** true: offer a field for 出典 (multipart `attribution`) */
  takesAttribution: z.boolean(),
  /** true: offer 速報, 確定, 改訂 (multipart `release`) */
  takesRelease: z.boolean(),
  /** where what was read is seen afterwards */
  page: z.object({ path: z.string(), label: z.string() }).nullable(),
})
export type Kind = z.infer<typeof Kind>

export const Started = z.object({ runId: z.string(), jobId: z.string() })

const Fields = z.record(z.string(), z.unknown()).nullable()
export const Difference = z.object({
  state: z.enum(['added', 'changed', 'removed']),
  key: z.string(),
  /** what differs, in the order to show it */
  fields: z.array(z.string()),
  before: Fields,
  after: Fields,
})
export type Difference = z.infer<typeof Difference>

/** One reason why nothing was taken; row as a spreadsheet counts, null: the file as a whole. */
export const RefusedCell = z.object({
  file: z.string(),
  row: z.number().nullable(),
  column: z.string().nullable(),
  cell: z.string().nullable(),
  value: z.string().nullable(),
  code: z.string(),
  reason: z.string(),
  remedy: z.string(),
})
export type RefusedCell = z.infer<typeof RefusedCell>

const counts = { added: z.number(), changed: z.number(), removed: z.number(), unchanged: z.number() }

/** `refusedCount` counts all refusals, `refused` ends at a thousand; `differences` are the first of each state. */
export const Report = z.object({
  read: z.number(),
  ...counts,
  refused: z.array(RefusedCell),
  refusedCount: z.number(),
  differences: z.array(Difference),
  notices: z.array(
    z.object({ code: z.string(), message: z.string(), count: z.number(), examples: z.array(z.string()) }),
  ),
  /** 出典 of the files, as it will stand beside their figures; absent for kinds that have none */
  sources: z.array(z.string()).optional(),
  applied: z.boolean(),
})
export type Report = z.infer<typeof Report>

const run = {
  id: z.string(),
  kind: z.string(),
  state: z.enum(['stored', 'refused', 'previewed', 'applied']),
  files: z.array(z.object({ name: z.string(), bytes: z.number() })),
  /** 出典 as it was stated at upload */
  attribution: z.string().nullable(),
  createdAt: z.string(),
  appliedAt: z.string().nullable(),
}
export const Run = z.object({ ...run, report: Report.nullable() })
export type Run = z.infer<typeof Run>

/** A line of the list: the counts without what stands behind them; null until the files were read. */
export const RunLine = z.object({
  ...run,
  counts: z.object({ read: z.number(), ...counts, refusedCount: z.number() }).nullable(),
})
export type RunLine = z.infer<typeof RunLine>
