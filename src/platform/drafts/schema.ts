import { z } from 'zod'

/** Identifiers only: a key stands in a URL. `consultation.new`, `person.<id>` */
export const DraftParams = z.object({
  key: z
    .string()
    .regex(/^[a-z0-9][a-z0-9:._-]{0,99}$/i, '下書きの名前が違います。画面を開き直してください。'),
})
export const DraftBody = z.object({
  /** any JSON; the form that wrote it reads it. Not z.json(): its endless recursion breaks the OpenAPI document */
  content: z.unknown().refine((value) => value !== undefined, '下書きの内容がありません。'),
  /** of the draft that was read; when given, a draft changed elsewhere is not overwritten (409) */
  updatedAt: z.iso.datetime({ offset: true }).nullish(),
})
/** `updatedAt` null: there is no draft (`content` null is also what a form may have kept) */
export const Draft = z.object({ key: z.string(), content: z.unknown(), updatedAt: z.string().nullable() })
export const DraftSaved = z.object({ key: z.string(), updatedAt: z.string() })
export const DraftRemoved = z.object({ removed: z.boolean() })
