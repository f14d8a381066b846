import { z } from 'zod'

const uuid = z.uuid('番号の形が違います。画面を開き直してください。')

export const Started = z.object({ jobId: z.string() })

export const PairsQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200, '一度に出せるのは200件までです。').default(50),
  cursor: z
    .string()
    .regex(/^-?\d{1,4}_[0-9a-f-]{36}$/, '続きの位置が読み取れません。一覧を最初から開き直してください。')
    .optional(),
  /** different: those that an officer called 別の方 */
  state: z.enum(['open', 'different']).default('open'),
})
export type PairsQuery = z.infer<typeof PairsQuery>

const Side = z.object({
  id: z.string(),
  name: z.string(),
  kana: z.string(),
  birthOn: z.string().nullable(),
  sex: z.string(),
  townName: z.string().nullable(),
  insuredNumber: z.string().nullable(),
  centreName: z.string().nullable(),
  source: z.string(),
})
export type Side = z.infer<typeof Side>
export const Pair = z.object({
  id: z.string(),
  version: z.number(),
  score: z.number(),
  reasons: z.array(z.object({ code: z.string(), label: z.string(), points: z.number() })),
  /** the record that would go on when merged: the core system's, else the older */
  kept: Side,
  other: Side,
  differentReason: z.string().nullable(),
})
export type Pair = z.infer<typeof Pair>
export const Pairs = z.object({
  items: z.array(Pair),
  nextCursor: z.string().nullable(),
  /** of the latest search that found any; null: none yet */
  foundAt: z.string().nullable(),
})
export type Pairs = z.infer<typeof Pairs>

export const PairParams = z.object({ pairId: uuid })
export const DecideBody = z
  .object({
    version: z.int('版の番号がありません。画面を開き直してください。').min(1),
    isDifferent: z.boolean(),
    reason: z.string().trim().max(300, '理由は300字までです。短くしてください。').default(''),
  })
  .refine(({ isDifferent, reason }) => !isDifferent || reason !== '', {
    path: ['reason'],
    message: '理由: 別の方だとわかったわけを書いてください。',
  })
export type DecideBody = z.infer<typeof DecideBody>
export const Decided = z.object({ version: z.number() })
