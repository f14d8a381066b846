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

/** An area a centre answers for, with its dates: now, later and earlier. */
export const CentreArea = z.object({
  areaId: z.string(),
  code: z.string(),
  name: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
})
/** A centre as the register keeps it, with whoever runs it. */
export const CentreEntry = z.object({
  id: z.string(),
  name: z.string(),
  shortName: z.string(),
  kind: Centre.shape.kind,
  parentId: z.string().nullable(),
  parentName: z.string().nullable(),
  operation: Centre.shape.operation,
  organisationName: z.string().nullable(),
  officeNumber: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  areas: z.array(CentreArea),
})
export type CentreEntry = z.infer<typeof CentreEntry>
export const CentreRegister = z.object({ items: z.array(CentreEntry) })
