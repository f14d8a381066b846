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
const day = (message: string) => z.iso.date(message)
/** null: a new row */
const version = z.number().int().nullable()

/** A municipality of the insurer, from the first to the last day, both included. */
export const Member = z.object({
  id: z.string(),
  version: z.number(),
  municipalityCode: z.string(),
  name: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
})
export type Member = z.infer<typeof Member>

/** What an administrator sees of the insurer, with what it is made of. */
export const InsurerSheet = Insurer.extend({ version: z.number(), members: z.array(Member) })
export type InsurerSheet = z.infer<typeof InsurerSheet>

export const ChangeInsurer = z.object({
  version: z.number().int(),
  insurerNumber: text('保険者番号を入力してください。', 20),
  name: text('保険者の名称を入力してください。'),
  kind: z.enum(['municipality', 'union'], '市町村か、広域連合・一部事務組合かを選んでください。'),
})
export type ChangeInsurer = z.infer<typeof ChangeInsurer>

export const PutMember = z.object({
  id: z.uuid(),
  version,
  municipalityCode: text('市区町村コードを入力してください。', 20),
  name: text('市区町村の名称を入力してください。'),
  validFrom: day('構成に入った日を入力してください。'),
  validTo: day('構成から出た日を確かめてください。').nullable().default(null),
})
export type PutMember = z.infer<typeof PutMember>
export const RemoveMember = z.object({ id: z.uuid(), version: z.number().int() })

export const ORGANISATION_KINDS = ['municipality', 'corporation', 'care-office', 'council', 'other'] as const

export const Organisation = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  kind: z.enum(ORGANISATION_KINDS),
  officeNumber: z.string().nullable(),
  corporateNumber: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  /** last day; null: open */
  validTo: z.string().nullable(),
  /** centres run by it and posts in it that hold today */
  centreCount: z.number(),
  postCount: z.number(),
})
export type Organisation = z.infer<typeof Organisation>
export const OrganisationList = z.object({ items: z.array(Organisation) })

export const PutOrganisation = z.object({
  id: z.uuid(),
  version,
  name: text('名称を入力してください。'),
  kind: z.enum(ORGANISATION_KINDS, '種別を選んでください。'),
  officeNumber: maybe(20),
  corporateNumber: maybe(20),
  phone: maybe(20),
  address: maybe(200),
  validTo: day('終わる日を確かめてください。').nullable().default(null),
  /** the notice of designation really shows a number whose check digit does not fit */
  acceptsOfficeNumber: z.boolean().default(false),
})
export type PutOrganisation = z.infer<typeof PutOrganisation>

/** warnings: what was stored and should be looked at again, in words */
export const Stored = z.object({ id: z.string(), warnings: z.array(z.string()) })
export const Done = z.object({ done: z.literal(true) })
export const ExportBody = z.object({ format: z.enum(['csv', 'csv-cp932', 'xlsx']) })
