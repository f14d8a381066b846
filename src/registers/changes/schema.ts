import { z } from 'zod'

export const REGISTERS = [
  'insurer',
  'member_municipality',
  'organisation',
  'centre',
  'daily_life_area',
  'town',
  'area_town',
  'centre_area',
  'staff',
  'post',
] as const
export const ChangesBody = z.object({
  register: z.enum(REGISTERS, '台帳を選んでください。'),
  /** instant; changes before it */
  before: z.iso.datetime('一覧を開き直してください。').nullable().default(null),
  limit: z.number().int().min(1).max(200, '一度に出せるのは200件までです。').default(100),
})
export type ChangesBody = z.infer<typeof ChangesBody>
export const Change = z.object({
  at: z.string(),
  /** null: a command of the operator */
  staffName: z.string().nullable(),
  operation: z.enum(['update', 'delete']),
  /** which row, in words */
  title: z.string(),
  fields: z.array(
    z.object({ label: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
})
export type Change = z.infer<typeof Change>
export const Changes = z.object({ items: z.array(Change), nextBefore: z.string().nullable() })
