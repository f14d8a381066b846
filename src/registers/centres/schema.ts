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
  version: z.number(),
  name: z.string(),
  shortName: z.string(),
  kind: Centre.shape.kind,
  parentId: z.string().nullable(),
  parentName: z.string().nullable(),
  operation: Centre.shape.operation,
  organisationId: z.string().nullable(),
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

const text = (missing: string, longest = 100) =>
  z.string({ error: missing }).trim().min(1, missing).max(longest, `${longest}文字以内で入力してください。`)
const maybe = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, `${longest}文字以内で入力してください。`)
    .nullable()
    .default(null)
    .transform((given) => given || null)

export const PutCentre = z.object({
  id: z.uuid(),
  /** null: a new centre */
  version: z.number().int().nullable(),
  name: text('センターの名称を入力してください。'),
  shortName: text('略称を入力してください。', 20),
  kind: z.enum(['core', 'enhanced', 'standard', 'branch', 'sub'], '種別を選んでください。'),
  parentId: z.uuid('親センターを一覧から選んでください。').nullable().default(null),
  operation: z.enum(['direct', 'contracted'], '直営か委託かを選んでください。'),
  organisationId: z.uuid('運営法人を一覧から選んでください。').nullable().default(null),
  officeNumber: maybe(20),
  acceptsOfficeNumber: z.boolean().default(false),
  phone: maybe(20),
  address: maybe(200),
  validFrom: z.iso.date('始まる日を入力してください。'),
})
export type PutCentre = z.infer<typeof PutCentre>
export const CentreStored = z.object({ id: z.string(), warnings: z.array(z.string()) })

export const CentreId = z.object({ centreId: z.uuid('センターを一覧から選んでください。') })
export const LastDay = z.object({ lastDay: z.iso.date('最後の日を入力してください。') })
/** lastDay null: the centre is open again */
export const EndCentre = z.object({
  version: z.number().int(),
  lastDay: z.iso.date('最後の日を入力してください。').nullable(),
})
export type EndCentre = z.infer<typeof EndCentre>
export const CentreEnded = z.object({ id: z.string(), toDo: z.array(z.string()) })

/** What would outlive a centre: posts, areas and branches keep it from ending, records are counted. */
export const Dependents = z.object({
  posts: z.array(z.object({ name: z.string(), role: z.string(), validTo: z.string().nullable() })),
  areas: z.array(z.object({ code: z.string(), name: z.string() })),
  branches: z.array(z.object({ name: z.string() })),
  records: z.array(z.object({ id: z.string(), label: z.string(), count: z.number() })),
})
export type Dependents = z.infer<typeof Dependents>
export const ExportBody = z.object({ format: z.enum(['csv', 'csv-cp932', 'xlsx']) })
