import { z } from 'zod'

export const Centre = z.object({
  id: z.uuid(),
  name: z.string(),
  shortName: z.string(),
  kind: z.enum(['core', 'enhanced', 'standard', 'branch', 'sub']),
  parentId: z.uuid().nullable(),
  operation: z.enum(['direct', 'contracted']),
  phone: z.string().nullable(),
  /** one of the reader's centres */
  own: z.boolean(),
})
export type Centre = z.infer<typeof Centre>
export const CentreList = z.object({ items: z.array(Centre) })
