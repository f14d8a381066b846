import { z } from 'zod'
import { facilityFields } from '../../exchange/facilities/layout.ts'
import { localGovernmentCheckDigit } from '../../platform/text/index.ts'

const FIELDS = facilityFields.map(({ field }) => field)

const MappedColumn = z.object({
  heading: z.string().min(1).max(300),
  /** 'extra' keeps the column as it is, null leaves it out */
  field: z.enum([...FIELDS, 'extra']).nullable(),
})

/** How people read a list of places; see exchange/facilities. */
export const FacilityMapping = z
  .object({
    target: z.literal('facilities'),
    category: z.string().trim().max(40, '施設の種類: 40字以内で入力してください。').nullable().default(null),
    areaCode: z
      .string()
      .refine(
        (code) => /^\d{6}$/.test(code) && localGovernmentCheckDigit(code.slice(0, 5)) === Number(code[5]),
        '市区町村コード: 検査数字の合う6けたで入力してください。高松市は 372013 です。',
      )
      .nullable()
      .default(null),
    asOf: z.iso.date('いつの一覧か: 日付を入力してください。').nullable().default(null),
    sheet: z.string().max(100).nullable().default(null),
    headerRow: z.number().int().min(1).max(1000).nullable().default(null),
    skipRows: z.number().int().min(0).max(100).default(0),
    columns: z.array(MappedColumn).max(300).default([]),
  })
  .superRefine((mapping, context) => {
    if (mapping.columns.length === 0) return
    const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    const chosen = mapping.columns.flatMap(({ field }) =>
      field === null || field === 'extra' ? [] : [field],
    )
    const twice = facilityFields.find(({ field }) => chosen.filter((one) => one === field).length > 1)
    if (twice) say('columns', `「${twice.label}」に、二つの列が選ばれています。どちらか一つにしてください。`)
    if (!chosen.includes('name')) say('columns', '「名称」にする列を選んでください。')
    const hasPlace = chosen.includes('address') || chosen.includes('location')
    if (!hasPlace && !(chosen.includes('latitude') && chosen.includes('longitude')))
      say('columns', '「住所」か「緯度と経度」にする列を選んでください。')
    if (!mapping.category) say('category', '施設の種類を入力してください。例: 通いの場')
    if (!mapping.areaCode && !chosen.includes('areaCode'))
      say('areaCode', '市区町村コードを入力するか、「市区町村コード」にする列を選んでください。')
  })
export type FacilityMapping = z.infer<typeof FacilityMapping>

/** What is kept of a saved mapping, whatever it is of. */
export const profileParts = {
  id: z.string(),
  version: z.number(),
  name: z.string(),
  attribution: z.string().nullable(),
  changedAt: z.string(),
  changedBy: z.string().nullable(),
}
export type Profile<M> = z.infer<z.ZodObject<typeof profileParts>> & { mapping: M }
export const MappingProfile = z.object({ ...profileParts, mapping: FacilityMapping })
export type MappingProfile = z.infer<typeof MappingProfile>
export const MappingProfileList = z.object({ items: z.array(MappingProfile) })

/** What is sent to keep a mapping. */
export const putParts = {
  id: z.uuid(),
  /** null: a new one */
  version: z.number().int().nullable(),
  name: z
    .string()
    .trim()
    .min(1, '対応づけの名前を入力してください。')
    .max(60, '対応づけの名前: 60字以内で入力してください。'),
  attribution: z.string().trim().max(300, '出典: 300字以内で入力してください。').nullable().default(null),
}
export type PutProfile<M> = z.infer<z.ZodObject<typeof putParts>> & { mapping: M }
export const PutMappingProfile = z.object({ ...putParts, mapping: FacilityMapping })
export type PutMappingProfile = z.infer<typeof PutMappingProfile>
export const ProfileId = z.object({ id: z.uuid() })
export const ProfileVersion = z.object({ version: z.number().int() })
export const Removed = z.object({ removed: z.boolean() })

export const Differences = z.object({
  missing: z.array(z.string()),
  added: z.array(z.string()),
  renamed: z.array(z.object({ from: z.string(), to: z.string() })),
})
/** A saved mapping that fits the file, and how the file's header differs from the one it was made for. */
export const Offer = z.object({ profile: MappingProfile, headerRow: z.number(), differences: Differences })
export type Offer = z.infer<typeof Offer>

export const RefusedCell = z.object({
  row: z.number().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  reason: z.string(),
  remedy: z.string(),
})
/** What the whole file would give: the first places as they would be read, and what is refused. */
export const Reading = z.object({
  read: z.number(),
  refusedCount: z.number(),
  refused: z.array(RefusedCell),
  asWrittenCount: z.number(),
  withoutPlaceCount: z.number(),
  rows: z.array(
    z.object({
      rowNumber: z.number(),
      values: z.array(z.object({ label: z.string(), text: z.string(), isAsWritten: z.boolean() })),
    }),
  ),
})
export type Reading = z.infer<typeof Reading>

/** A file as it stands, for choosing its columns. Nothing of it is stored. */
export const Preview = z.object({
  file: z.string(),
  encoding: z.string(),
  sheetNames: z.array(z.string()),
  top: z.array(z.object({ rowNumber: z.number(), cells: z.array(z.string()) })),
  headerRow: z.number(),
  columns: z.array(
    z.object({ heading: z.string(), samples: z.array(z.string()), guess: z.string().nullable() }),
  ),
  offers: z.array(Offer),
  /** null: no mapping was sent, or it cannot be read by yet */
  reading: Reading.nullable(),
})
export type Preview = z.infer<typeof Preview>
