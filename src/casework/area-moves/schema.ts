import { z } from 'zod'

const id = z.uuid('一覧から選び直してください。')

/** People who follow the same change together. Areas and centres by id; null: none */
export const Group = z.object({
  fromCentreId: id.nullable(),
  toCentreId: id.nullable(),
  fromAreaId: id.nullable(),
  toAreaId: id,
})
export type Group = z.infer<typeof Group>

export const GroupRow = Group.extend({
  fromCentre: z.string().nullable(),
  toCentre: z.string().nullable(),
  fromArea: z.string().nullable(),
  toArea: z.string(),
  /** people who would be moved */
  count: z.number(),
  /** people taken back before: they stay where they are */
  undoneCount: z.number(),
  /** the receiving centre has nobody today who could take them */
  hasReceiver: z.boolean(),
})
export type GroupRow = z.infer<typeof GroupRow>

export const ProposalsBody = z.object({ day: z.iso.date('日付を入力してください。') })
/** isToday: only what holds today can be carried out; other days are a preview */
export const Proposals = z.object({ day: z.string(), isToday: z.boolean(), groups: z.array(GroupRow) })
export type Proposals = z.infer<typeof Proposals>

export const PeopleBody = z.object({
  day: z.iso.date('日付を入力してください。'),
  group: Group,
  cursor: z.string().max(200, '一覧を開き直してください。').nullable().default(null),
  limit: z.number().int().min(1).max(200, '一度に出せるのは200件までです。').default(50),
})
export type PeopleBody = z.infer<typeof PeopleBody>
export const ProposedPerson = z.object({
  id: z.string(),
  name: z.string(),
  kana: z.string(),
  birthOn: z.string().nullable(),
  /** null: not known, or not shown because of 支援措置 */
  town: z.string().nullable(),
  wasUndone: z.boolean(),
})
export type ProposedPerson = z.infer<typeof ProposedPerson>
export const People = z.object({ items: z.array(ProposedPerson), nextCursor: z.string().nullable() })

export const RunBody = z.object({
  group: Group,
  /** people to be left where they are this time */
  except: z.array(id).max(5000, '外せるのは5000人までです。').default([]),
})
export type RunBody = z.infer<typeof RunBody>
export const Started = z.object({ jobId: z.string() })

export const MovesBody = z.object({
  cursor: z.string().max(200, '一覧を開き直してください。').nullable().default(null),
  limit: z.number().int().min(1).max(200, '一度に出せるのは200件までです。').default(50),
})
export const Move = z.object({
  id: z.string(),
  version: z.number(),
  personId: z.string(),
  name: z.string(),
  kana: z.string(),
  fromCentre: z.string().nullable(),
  toCentre: z.string().nullable(),
  fromArea: z.string().nullable(),
  toArea: z.string().nullable(),
  movedAt: z.string(),
  movedBy: z.string().nullable(),
  undoneAt: z.string().nullable(),
  /** false: since handed on, or nothing to go back to */
  canUndo: z.boolean(),
})
export type Move = z.infer<typeof Move>
export const Moves = z.object({ items: z.array(Move), nextCursor: z.string().nullable() })
export const UndoBody = z.object({ id, version: z.number().int() })
export const Done = z.object({ done: z.literal(true) })
