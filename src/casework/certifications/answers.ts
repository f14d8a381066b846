import { z } from 'zod'

const nullable = z.string().nullable()

export const Certification = z.object({
  id: z.string(),
  version: z.number(),
  personId: z.string(),
  kind: z.string(),
  state: z.string(),
  basis: z.string(),
  appliedOn: nullable,
  decidedOn: nullable,
  level: nullable,
  validFrom: nullable,
  validTo: nullable,
  /** last day in force: earlier than validTo when cancelled or when a later 認定 begins; null: no period */
  lastDay: nullable,
  months: z.number().nullable(),
  isDefaultMonths: z.boolean(),
  endedOn: nullable,
  closedOn: nullable,
  closedReason: nullable,
  postponedTo: nullable,
  postponedReason: nullable,
  postponementToldOn: nullable,
  specifiedDisease: nullable,
  disabilityByDoctor: nullable,
  disabilityByExaminer: nullable,
  dementiaByDoctor: nullable,
  dementiaByExaminer: nullable,
  proxy: z.string(),
  proxyStaffName: nullable,
  askedBy: nullable,
  askedOn: nullable,
  handedInOn: nullable,
  isCardKept: z.boolean().nullable(),
  isDisclosureAgreed: z.boolean().nullable(),
  doctor: nullable,
  confirmedOn: nullable,
  note: nullable,
  source: z.string(),
  createdAt: z.string(),
  createdByName: nullable,
  /** CRT-06; null: not open, or day of receipt not known */
  decisionDueOn: nullable,
  /** CRT-05; null: no period */
  opensOn: nullable,
  /** what the reader may do with it: change · decide · withdraw · close · postpone */
  abilities: z.array(z.string()),
})
export type Certification = z.infer<typeof Certification>

const Months = z.object({ default: z.number(), min: z.number(), max: z.number() })
export const CertificationSheet = z.object({
  today: z.string(),
  person: z.object({ id: z.string(), name: z.string(), kana: z.string(), birthOn: nullable }),
  /** INS-01 today */
  insuredType: nullable,
  becomesCategory1On: nullable,
  /** in force today */
  current: z
    .object({ id: z.string(), level: z.string(), validFrom: z.string(), lastDay: z.string() })
    .nullable(),
  items: z.array(Certification),
  /** for the form: what CRT-04 allows for an application today, and the municipality's own maxima */
  validity: z.object({
    new: Months,
    change: Months,
    renewalSame: Months,
    renewalOther: Months,
    source: z.string(),
    confidence: z.string(),
    maxRenewalSame: z.number().nullable(),
    maxRenewalOther: z.number().nullable(),
  }),
  diseases: z.array(z.object({ key: z.string(), label: z.string() })),
  abilities: z.array(z.string()),
  readers: z.string(),
})
export type CertificationSheet = z.infer<typeof CertificationSheet>

export const RenewalRow = z.object({
  id: z.string(),
  person: z.object({ id: z.string(), name: z.string(), kana: z.string(), birthOn: nullable }),
  level: z.string(),
  basis: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
  daysLeft: z.number(),
  opensOn: z.string(),
  state: z.enum(['later', 'soon', 'open', 'expired']),
  /** 申請日 of an open application; null: none, or its day is not known (then isApplied) */
  appliedOn: nullable,
  isApplied: z.boolean(),
  centreName: nullable,
  staffName: nullable,
})
export type RenewalRow = z.infer<typeof RenewalRow>
export const RenewalList = z.object({
  rows: z.array(RenewalRow),
  nextCursor: nullable,
  total: z.number().nullable(),
})
export type RenewalList = z.infer<typeof RenewalList>
