import { z } from 'zod'

export const Insurer = z.object({
  insurerNumber: z.string(),
  name: z.string(),
  kind: z.enum(['municipality', 'union']),
  isStatisticsOnly: z.boolean(),
  /** the screen says so on every page */
  isSample: z.boolean(),
})
export type Insurer = z.infer<typeof Insurer>
