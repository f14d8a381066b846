import { z } from 'zod'

/** `others`: what areas give to the bell, in their order; `total` counts each thing once, whatever says it. */
export const Notices = z.object({
  new: z.number(),
  overdue: z.number(),
  others: z.array(z.object({ id: z.string(), label: z.string(), link: z.string(), count: z.number() })),
  total: z.number(),
})
export type Notices = z.infer<typeof Notices>
