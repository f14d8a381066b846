import { z } from 'zod'

export const AsOnQuery = z.object({
  on: z.iso.date('日付: 「令和8年10月1日」のように、実際にある日を入力してください。'),
})
export type AsOnQuery = z.infer<typeof AsOnQuery>

export const AsOnField = z.object({
  column: z.string(),
  label: z.string(),
  /** as it stood on the day, in words; '' nothing was written; null: the row is only of the day before today's state */
  stood: z.string(),
  /** as it is today; null: the row has been removed or belongs to somebody else */
  now: z.string().nullable(),
  differs: z.boolean(),
  /** who changed it last after the day; null: nobody, or not known */
  changedAt: z.string().nullable(),
  changedByName: z.string().nullable(),
})
export type AsOnField = z.infer<typeof AsOnField>

export const AsOnSection = z.object({
  table: z.string(),
  title: z.string(),
  rows: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      state: z.enum(['same', 'changed', 'gone']),
      fields: z.array(AsOnField),
    }),
  ),
  /** rows of today that were not there yet on the day */
  addedLater: z.number(),
})
export type AsOnSection = z.infer<typeof AsOnSection>

export const PersonAsOn = z.object({
  on: z.string(),
  today: z.string(),
  /** false: the record was made after the day; there are no sections then */
  isRegistered: z.boolean(),
  createdAt: z.string(),
  sections: z.array(AsOnSection),
})
export type PersonAsOn = z.infer<typeof PersonAsOn>
