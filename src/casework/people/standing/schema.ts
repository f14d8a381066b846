import { z } from 'zod'
import { SheetConsent } from '../schema-sheet.ts'

const uuid = z.uuid('番号の形が違います。画面を開き直してください。')
const version = z.int('版の番号がありません。画面を開き直してください。').min(1)
const filled = (label: string, most: number) =>
  z
    .string()
    .trim()
    .min(1, `${label}を入力してください。`)
    .max(most, `${label}は${most}字までです。短くしてください。`)
const SCOPES = [
  'centre',
  'insurer',
  'care-office',
  'provider',
  'physician',
  'welfare-commissioner',
  'care-meeting',
  'family',
] as const

export const ConsentParams = z.object({ id: uuid, consentId: uuid })
export const ConsentBody = z
  .object({
    state: z.enum(['obtained', 'refused'], '同意: 「同意あり」か「同意しない」を選んでください。'),
    givenOn: z.iso.date('日付: 答えを聞いた日を入力してください。'),
    givenBy: filled('氏名', 100),
    relationship: filled('本人との関係', 30),
    scope: z.array(z.enum(SCOPES)).max(SCOPES.length),
    note: z
      .string()
      .trim()
      .max(500, '条件は500字までです。短くしてください。')
      .transform((text) => text || null)
      .nullable()
      .default(null),
  })
  .refine(({ state, scope }) => state === 'refused' || scope.length > 0, {
    path: ['scope'],
    message: '提供先: 情報を伝えてよい相手を、一つ以上選んでください。',
  })
export type ConsentBody = z.infer<typeof ConsentBody>
export const ConsentStored = SheetConsent
export const WithdrawConsentBody = z.object({
  version,
  on: z.iso.date('日付: 撤回の日を入力してください。'),
  reason: filled('撤回の理由', 300),
})
export type WithdrawConsentBody = z.infer<typeof WithdrawConsentBody>
export const Withdrawn = z.object({ id: z.string() })

export const RestrictionBody = z.object({
  /** of the person */
  version,
  kind: z.enum(['protected', 'locked'], '支援措置か閲覧制限かを選んでください。'),
  isOn: z.boolean(),
  reason: filled('理由', 500),
})
export type RestrictionBody = z.infer<typeof RestrictionBody>
export const Restricted = z.object({
  id: z.string(),
  version: z.number(),
  isProtected: z.boolean(),
  isLocked: z.boolean(),
})
export type Restricted = z.infer<typeof Restricted>
export const RestrictionList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['protected', 'locked']),
      reason: z.string(),
      sinceOn: z.string(),
      setByName: z.string().nullable(),
      endedAt: z.string().nullable(),
      endedByName: z.string().nullable(),
      endedReason: z.string().nullable(),
    }),
  ),
})
export type RestrictionList = z.infer<typeof RestrictionList>
