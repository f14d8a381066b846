import { z } from 'zod'

export const HistoryQuery = z.object({
  kind: z.string().max(60).optional(),
  /** of the page before */
  cursor: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
})
export type HistoryQuery = z.infer<typeof HistoryQuery>

/** Who did it. A name only of the reader's own insurer. */
const By = z.object({
  by: z.enum(['staff', 'otherInsurer', 'command', 'sample']),
  name: z.string().nullable(),
})
export type By = z.infer<typeof By>

/** One taking in of published files. */
export const HistoryLine = z.object({
  id: z.string(),
  kind: z.string(),
  /** 日本語; the kind's own name when no such kind is read any more */
  label: z.string(),
  loadedAt: z.string(),
  loaded: By,
  files: z.array(z.string()),
  counts: z.object({
    read: z.number(),
    added: z.number(),
    changed: z.number(),
    removed: z.number(),
    unchanged: z.number(),
  }),
  /** 出典 of the files, or as the loader stated it */
  sources: z.array(z.string()),
  undoneAt: z.string().nullable(),
  undone: By.nullable(),
  /** the newest of its kind, kept, and the reader may undo it */
  mayUndo: z.boolean(),
})
export type HistoryLine = z.infer<typeof HistoryLine>

export const History = z.object({
  items: z.array(HistoryLine),
  nextCursor: z.string().nullable(),
  /** kinds that have runs, for the filter */
  kinds: z.array(z.object({ kind: z.string(), label: z.string() })),
})
export type History = z.infer<typeof History>

export const UndoStarted = z.object({ jobId: z.string() })
