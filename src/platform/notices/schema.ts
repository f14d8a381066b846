import { z } from 'zod'

export const Notices = z.object({ new: z.number(), overdue: z.number(), total: z.number() })
export type Notices = z.infer<typeof Notices>
