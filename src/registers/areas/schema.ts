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
