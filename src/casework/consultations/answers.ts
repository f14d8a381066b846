import { z } from 'zod'

const nullable = z.string().nullable()
const Named = z.object({ id: z.string(), name: z.string() })
const PersonName = z.object({ id: z.string(), name: z.string(), kana: z.string() })

/** One thing that saving made: what the page says in a line after Ctrl+Enter. */
export const Made = z.object({
  kind: z.enum(['journal', 'task', 'referral', 'abuse-case']),
  label: z.string(),
  dueOn: nullable.optional(),
})
export type Made = z.infer<typeof Made>
export const Created = z.object({ id: z.string(), version: z.number(), made: z.array(Made) })
export type Created = z.infer<typeof Created>

export const Referral = z.object({
  id: z.string(),
  version: z.number(),
  consultationId: z.string(),
  toKind: z.string(),
  toName: z.string(),
  toCentreId: nullable,
  toStaffId: nullable,
  consent: z.boolean().nullable(),
  content: nullable,
  sentOn: z.string(),
  replyDueOn: nullable,
  receivedAt: nullable,
  receivedByName: nullable,
  result: nullable,
  resultAt: nullable,
})
export type Referral = z.infer<typeof Referral>

export const Consultation = z.object({
  id: z.string(),
  version: z.number(),
  person: PersonName.nullable(),
  unnamed: z.object({ ageBand: z.string(), sex: z.string(), areaId: nullable }).nullable(),
  centre: Named.nullable(),
  recordedCentre: Named.nullable(),
  area: Named.nullable(),
  staff: Named,
  profession: z.string(),
  receivedOn: z.string(),
  receivedAt: z.string(),
  endedAt: nullable,
  minutes: z.number().nullable(),
  channel: z.string(),
  continuity: z.string(),
  caller: z.string(),
  callerName: nullable,
  callerPhone: nullable,
  household: nullable,
  topics: z.array(z.string()),
  urgency: z.string(),
  responder: Named.nullable(),
  respondedAt: nullable,
  text: z.string(),
  answer: nullable,
  responses: z.array(z.string()),
  consent: z.string(),
  consentReason: nullable,
  nextAction: nullable,
  dueOn: nullable,
  closeReason: nullable,
  withdrawnAt: nullable,
  withdrawnReason: nullable,
  createdAt: z.string(),
  referrals: z.array(Referral),
  tasks: z.array(
    z.object({
      id: z.string(),
      version: z.number(),
      title: z.string(),
      kind: z.string(),
      dueOn: z.string(),
      state: z.string(),
      holderName: nullable,
    }),
  ),
  abuseCaseId: nullable,
})
export type Consultation = z.infer<typeof Consultation>

export const ConsultationRow = z.object({
  id: z.string(),
  version: z.number(),
  receivedAt: z.string(),
  receivedOn: z.string(),
  person: PersonName.nullable(),
  unnamed: z.object({ ageBand: z.string(), sex: z.string() }).nullable(),
  channel: z.string(),
  continuity: z.string(),
  caller: z.string(),
  topics: z.array(z.string()),
  urgency: z.string(),
  minutes: z.number().nullable(),
  /** first 160 characters */
  excerpt: z.string(),
  staffName: nullable,
  centreName: nullable,
  nextAction: nullable,
  dueOn: nullable,
  referrals: z.number(),
  withdrawnAt: nullable,
  mine: z.boolean(),
})
export type ConsultationRow = z.infer<typeof ConsultationRow>

export const ConsultationList = z.object({
  rows: z.array(ConsultationRow),
  nextCursor: nullable,
  /** only when asked for */
  total: z.number().nullable(),
})
export type ConsultationList = z.infer<typeof ConsultationList>

export const ConsultationHistory = z.object({
  id: z.string(),
  changes: z.array(
    z.object({
      /** the version that the change made */
      version: z.number(),
      changedAt: z.string(),
      changedBy: Named.nullable(),
      fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
    }),
  ),
})
export type ConsultationHistory = z.infer<typeof ConsultationHistory>

export const ReferralInbox = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      version: z.number(),
      sentOn: z.string(),
      replyDueOn: nullable,
      fromCentre: nullable,
      fromStaff: nullable,
      toName: z.string(),
      content: nullable,
      /** null: no consent to name the person, or nobody named */
      personName: nullable,
      personKana: nullable,
      receivedAt: nullable,
      result: nullable,
    }),
  ),
})
export type ReferralInbox = z.infer<typeof ReferralInbox>
export const Received = z.object({ id: z.string(), version: z.number(), receivedAt: z.string() })
