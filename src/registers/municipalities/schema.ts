import { z } from 'zod'

const code = z.string().regex(/^\d{6}$/, '都道府県のコードは6けたの数字です。一覧から選び直してください。')

export const TopologyQuery = z.object({
  level: z.enum(['municipality', 'prefecture'], { message: '市町村か都道府県を選んでください。' }),
  /** six digits; the whole country without */
  prefecture: code.optional(),
  /** the newest boundaries of this day or before; today without */
  on: z.iso.date('日付を 2026-11-22 の形で入れてください。').optional(),
})
export type TopologyQuery = z.infer<typeof TopologyQuery>

const Area = z.object({ code: z.string(), name: z.string() })

export const BoundarySet = z.object({
  id: z.string(),
  /** six digits of the prefecture; 000000 the nation */
  areaCode: z.string(),
  areaName: z.string(),
  asOf: z.string(),
  areaCount: z.number(),
  /** areas without a code that the file had */
  leftOut: z.number(),
  fileName: z.string(),
})
export type BoundarySet = z.infer<typeof BoundarySet>

export const BoundarySets = z.object({ items: z.array(BoundarySet), attribution: z.array(z.string()) })
export type BoundarySets = z.infer<typeof BoundarySets>

/** `topology` is TopoJSON with one object `areas`, whose properties are code (six digits) and name. */
export const BoundaryTopology = z.object({
  level: z.enum(['municipality', 'prefecture']),
  areaCode: z.string(),
  asOf: z.string(),
  topology: z.looseObject({ type: z.literal('Topology') }),
  /** municipalities of today that these boundaries do not show: small islands */
  withoutShape: z.array(Area),
  attribution: z.array(z.string()),
})
export type BoundaryTopology = z.infer<typeof BoundaryTopology>
