import { z } from 'zod'

const Named = z.object({ code: z.string(), name: z.string() })

export const PlaceList = z.object({
  /** insurers and municipalities of the reader that published figures speak of; empty: none of them does */
  own: z.array(Named.extend({ level: z.string() })),
  /** from north to south */
  prefectures: z.array(Named),
  insurers: z.array(
    Named.extend({
      prefectureCode: z.string().nullable(),
      /** whom it consists of, for maps; empty: not known */
      municipalityCodes: z.array(z.string()),
    }),
  ),
  municipalities: z.array(Named.extend({ prefectureCode: z.string().nullable() })),
  /** municipalities whose towns have figures */
  withTowns: z.array(z.string()),
})
export type PlaceList = z.infer<typeof PlaceList>
