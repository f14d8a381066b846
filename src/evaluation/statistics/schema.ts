import { z } from 'zod'

const municipalityCode = z
  .string('市区町村コードを6けたの数字で指定してください。')
  .regex(/^\d{6}$/, '市区町村コードは6けたの数字です（例: 372013）。')
const day = z.iso.date('調査日を「2025-10-01」の形で指定してください。')

export const TownPopulationQuery = z.object({ municipalityCode, asOf: day.optional() })
export const ExportQuery = TownPopulationQuery.extend({
  format: z.enum(['csv', 'xlsx', 'geojson'], '書き出す形を csv、xlsx、geojson から指定してください。'),
})
export const TrendQuery = z.object({ municipalityCode })

/** A whole number with its reason when there is none. masked: hidden in the source · no-residents: nobody to divide by · small: hidden here */
export const Figure = z.object({
  value: z.number().nullable(),
  missing: z.enum(['masked', 'no-residents', 'small']).nullable(),
})

/** Persons, and ‰ rounded half up. */
const figures = {
  total: Figure,
  aged65: Figure,
  aged75: Figure,
  ageingPerMille: Figure,
}

export const Town = z.object({
  townName: z.string(),
  ...figures,
  households: Figure,
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  note: z.string().nullable(),
  /** 日常生活圏域 of the reader's insurer today; null: the insurer says none */
  areaName: z.string().nullable(),
})
export type Town = z.infer<typeof Town>

export const TownPopulation = z.object({
  municipalityCode: z.string(),
  asOf: z.string(),
  towns: z.array(Town),
  /** all towns together */
  whole: z.object(figures),
  rounding: z.string(),
  /** stands beside every figure made from this */
  attribution: z.array(z.string()),
})
export type TownPopulation = z.infer<typeof TownPopulation>

export const Release = z.object({
  municipalityCode: z.string(),
  asOf: z.string(),
  fileName: z.string(),
  loadedAt: z.string(),
  townCount: z.number(),
  attribution: z.string(),
  /** false: neither the file nor its loader gave any 出典 */
  hasAttribution: z.boolean(),
  sourceAddress: z.string().nullable(),
})
export type Release = z.infer<typeof Release>
export const ReleaseList = z.object({ items: z.array(Release), attribution: z.array(z.string()) })
export type ReleaseList = z.infer<typeof ReleaseList>

export const Trend = z.object({
  municipalityCode: z.string(),
  items: z.array(z.object({ asOf: z.string(), ...figures })),
  rounding: z.string(),
  attribution: z.array(z.string()),
})
export type Trend = z.infer<typeof Trend>

const AreaDay = z.object({ asOf: z.string(), townCount: z.number(), ...figures })
export type AreaDay = z.infer<typeof AreaDay>

export const ByArea = z.object({
  municipalityCode: z.string(),
  /** the day whose areas these are */
  areasOn: z.string(),
  areas: z.array(z.object({ id: z.string(), code: z.string(), name: z.string(), days: z.array(AreaDay) })),
  /** towns that the insurer puts into no area */
  notPlaced: z.array(AreaDay),
  rounding: z.string(),
  attribution: z.array(z.string()),
})
export type ByArea = z.infer<typeof ByArea>
