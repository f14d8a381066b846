import { z } from 'zod'

export const ImportStateAnswer = z.object({
  lastFileOn: z.string().nullable(),
  lastAppliedAt: z.string().nullable(),
  daysOld: z.number().nullable(),
  isOld: z.boolean(),
})
