import { z } from 'zod'

/** A list as loaded: what, of where, of when, from whom. */
export const FacilityList = z.object({
  areaCode: z.string(),
  /** name of the municipality; the code itself where no list of codes is loaded */
  areaName: z.string(),
  category: z.string(),
  asOf: z.string(),
  /** false: nobody stated the day, asOf is the day of loading */
  isAsOfStated: z.boolean(),
  count: z.number(),
  loadedAt: z.string(),
  /** the line that stands beside everything made from it */
  attribution: z.string(),
  fileName: z.string(),
  sourceAddress: z.string().nullable(),
})
export type FacilityList = z.infer<typeof FacilityList>
export const FacilityLists = z.object({ items: z.array(FacilityList) })

export const Filter = z.object({
  /** part of a name, kana or address */
  words: z.string().max(100, '探す言葉: 100字以内で入力してください。').default(''),
  category: z.string().nullable().default(null),
  areaCode: z.string().nullable().default(null),
  sort: z.enum(['name', 'category', 'address']).default('category'),
  direction: z.enum(['ascending', 'descending']).default('ascending'),
})
export type Filter = z.infer<typeof Filter>

export const FacilityQuery = Filter.extend({
  cursor: z.string().nullish(),
  limit: z.number().int().min(1).max(200).default(50),
  withTotal: z.boolean().default(false),
})
export type FacilityQuery = z.infer<typeof FacilityQuery>
export const FacilityExport = Filter.extend({
  format: z.enum(['csv', 'csv-cp932', 'xlsx', 'open-data']),
})
export type FacilityExport = z.infer<typeof FacilityExport>

export const FacilityLine = z.object({
  areaCode: z.string(),
  areaName: z.string(),
  category: z.string(),
  key: z.string(),
  name: z.string(),
  service: z.string().nullable(),
  address: z.string().nullable(),
  telephone: z.string().nullable(),
  openDays: z.string().nullable(),
  hours: z.string().nullable(),
  capacity: z.number().nullable(),
})
export type FacilityLine = z.infer<typeof FacilityLine>
export const FacilityPage = z.object({
  items: z.array(FacilityLine),
  nextCursor: z.string().nullable(),
  total: z.number().optional(),
})

export const FacilityKey = z.object({ areaCode: z.string(), category: z.string(), key: z.string() })
export type FacilityKey = z.infer<typeof FacilityKey>
/** Everything a list says of a place, in the order to show it. */
export const FacilityDetail = z.object({
  name: z.string(),
  category: z.string(),
  areaName: z.string(),
  url: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  facts: z.array(z.object({ label: z.string(), text: z.string(), isAsWritten: z.boolean() })),
  marks: z.array(z.object({ label: z.string(), mark: z.enum(['yes', 'partly', 'no']) })),
  sourceRow: z.number(),
  list: FacilityList,
})
export type FacilityDetail = z.infer<typeof FacilityDetail>
