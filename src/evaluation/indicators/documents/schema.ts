import { z } from 'zod'
import { ReadingQuery } from '../schema.ts'

export const SheetQuery = ReadingQuery.pick({ level: true, series: true, code: true, periodTo: true }).extend(
  {
    /** whom ours is compared with; chosen on the screen before */
    with: z
      .enum(
        ['similar', 'prefecture', 'none'],
        '比べる相手を similar、prefecture、none から指定してください。',
      )
      .default('similar'),
  },
)
export type SheetQuery = z.infer<typeof SheetQuery>
