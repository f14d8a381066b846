import { z } from 'zod'

/** A count, or why there is none: missing is never zero. */
const Figure = z.object({ value: z.number().nullable(), missing: z.string().nullable() })
export type Figure = z.infer<typeof Figure>

export const FigureTable = z.object({
  id: z.string(),
  /** 日本語 */
  title: z.string(),
  isProjection: z.boolean(),
  unit: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.object({ from: z.string(), to: z.string(), figures: z.array(Figure) })),
  /** stands under the table */
  attribution: z.array(z.string()),
})
export type FigureTable = z.infer<typeof FigureTable>

/** Counts that look alike and are not: each with its own day and source. */
export const AlikeCount = z.object({
  label: z.string(),
  source: z.string(),
  asOf: z.string(),
  value: z.number(),
})
export type AlikeCount = z.infer<typeof AlikeCount>

export const MunicipalFigures = z.object({
  municipalityName: z.string(),
  tables: z.array(FigureTable),
  insured: z.array(AlikeCount),
  certified: z.array(AlikeCount),
  /** of the counts that look alike */
  alikeAttribution: z.array(z.string()),
})
export type MunicipalFigures = z.infer<typeof MunicipalFigures>
