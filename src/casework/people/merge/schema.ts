import { z } from 'zod'
import { SheetPerson } from '../schema-sheet.ts'
import { MERGE_FIELD_NAMES, type MergeField } from './fields.ts'

const uuid = z.uuid('番号の形が違います。画面を開き直してください。')
const version = z.int('版の番号がありません。画面を開き直してください。').min(1)
const reason = (what: string) =>
  z
    .string()
    .trim()
    .min(1, `理由: ${what}を書いてください。`)
    .max(300, '理由は300字までです。短くしてください。')

export const MergeParams = z.object({ id: uuid, otherId: uuid })
export const UndoParams = z.object({ id: uuid, mergeId: uuid })

const Counted = z.object({ table: z.string(), label: z.string(), count: z.number() })

export const MergePreview = z.object({
  kept: SheetPerson,
  merged: SheetPerson,
  /** columns that differ, as groups, with both sides in words */
  fields: z.array(
    z.object({
      field: z.enum(MERGE_FIELD_NAMES as [MergeField, ...MergeField[]]),
      label: z.string(),
      kept: z.string(),
      merged: z.string(),
      /** the core system decides: cannot be chosen */
      decided: z.enum(['kept', 'merged']).nullable(),
    }),
  ),
  /** rows that would move */
  moves: z.array(Counted),
  /** rows that the record that goes on has already */
  stays: z.array(Counted),
  /** why it cannot be done by this reader; null: it can */
  refusal: z.string().nullable(),
})
export type MergePreview = z.infer<typeof MergePreview>

export const MergeBody = z.object({
  version,
  otherId: uuid,
  otherVersion: version,
  choices: z.partialRecord(
    z.enum(MERGE_FIELD_NAMES as [MergeField, ...MergeField[]]),
    z.enum(['kept', 'merged', 'both'], 'どちらの値を残すかを選んでください。'),
  ),
  reason: reason('同じ方だとわかったわけ'),
})
export type MergeBody = z.infer<typeof MergeBody>
export const Merged = z.object({ id: z.string(), mergeId: z.string(), rows: z.number() })
export type Merged = z.infer<typeof Merged>

export const MergeList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      mergedId: z.string(),
      mergedName: z.string().nullable(),
      mergedKana: z.string().nullable(),
      reason: z.string(),
      rows: z.number(),
      mergedAt: z.string(),
      mergedByName: z.string().nullable(),
      undoneAt: z.string().nullable(),
      undoneByName: z.string().nullable(),
      undoneReason: z.string().nullable(),
    }),
  ),
})
export type MergeList = z.infer<typeof MergeList>

const Since = z.object({
  table: z.string(),
  label: z.string(),
  id: z.string(),
  at: z.string(),
  link: z.string().nullable(),
})
export const UndoPreview = z.object({
  /** rows that go back */
  moved: z.number(),
  /** fields changed since the merge: they stay as they are */
  kept: z.array(z.string()),
  /** written to the record that goes on since the merge: they stay with it */
  since: z.array(Since),
  refusal: z.string().nullable(),
})
export type UndoPreview = z.infer<typeof UndoPreview>
export const UndoBody = z.object({ reason: reason('取り消すわけ') })
export type UndoBody = z.infer<typeof UndoBody>
export const Undone = z.object({
  personId: z.string(),
  mergedId: z.string(),
  moved: z.number(),
  since: z.array(Since),
})
export type Undone = z.infer<typeof Undone>

export const RequestBody = z.object({ reason: reason('どの記録と同じ方か、どうしてそう思うか') })
export type RequestBody = z.infer<typeof RequestBody>
export const Requested = z.object({ dueOn: z.string() })
export type Requested = z.infer<typeof Requested>
