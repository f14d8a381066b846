import { z } from 'zod'

const nullable = z.string().nullable()
const Named = z.object({ id: z.string(), name: z.string() })

export const Move = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  on: z.string(),
  staffName: nullable,
  office: z.string(),
  reason: z.string(),
  wish: nullable,
  consent: z.boolean().nullable(),
  isTold: z.boolean().nullable(),
  askedOn: nullable,
  at: z.string(),
})
export type Move = z.infer<typeof Move>

const Step = z.object({
  label: z.string(),
  formula: z.string().optional(),
  inputs: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]).optional(),
  unit: z.string().optional(),
  source: z.object({ text: z.string(), url: z.string().optional() }).optional(),
  confidence: z.string().optional(),
})

export const Registration = z.object({
  id: z.string(),
  version: z.number(),
  person: z.object({
    id: z.string(),
    name: z.string(),
    kana: z.string(),
    birthOn: nullable,
    insuredNumber: nullable,
  }),
  centre: Named.nullable(),
  occasion: z.string(),
  state: z.string(),
  receivedOn: z.string(),
  lastMoveOn: z.string(),
  wish: nullable,
  consent: z.boolean().nullable(),
  isTold: z.boolean().nullable(),
  askedByName: nullable,
  askedOn: nullable,
  checklistId: nullable,
  checklistOn: nullable,
  met: z.array(z.string()),
  /** 運動機能の低下、口腔機能の低下; empty: none */
  metWords: z.string(),
  notificationOn: nullable,
  notificationKind: nullable,
  cardPlace: nullable,
  hasReissueForm: z.boolean().nullable(),
  notificationCentre: Named.nullable(),
  requestedAt: nullable,
  requestedByName: nullable,
  requestNote: nullable,
  receivedAt: nullable,
  receivedByName: nullable,
  returnedReason: nullable,
  decidedOn: nullable,
  decidedByName: nullable,
  startRule: nullable,
  startsOn: nullable,
  localClass: nullable,
  localClassLabel: nullable,
  reviewMonths: z.number().nullable(),
  reviewDue: nullable,
  reviewedOn: nullable,
  cardReissuedOn: nullable,
  kokuhorenNotifiedOn: nullable,
  kokuhorenMonth: nullable,
  noticeSentOn: nullable,
  endedOn: nullable,
  endReason: nullable,
  endDecidedOn: nullable,
  endDecidedByName: nullable,
  moves: z.array(Move),
  /** how the period follows, or why not, if it were registered today; also what was registered */
  steps: z.array(Step),
  /** why it could not be registered today, in words; empty: nothing is in the way */
  refusals: z.array(z.string()),
  /** the period that registering today would give */
  preview: z.object({ from: z.string(), reviewDue: nullable }).nullable(),
  /** checklists of the person that show 基準に該当, newest first */
  checklists: z.array(
    z.object({ id: z.string(), answeredOn: z.string(), judgement: z.string(), isConfirmed: z.boolean() }),
  ),
  /** 認定 that begin after the registration and would end it, with the computed last day; null: to be settled (要介護) */
  endProposals: z.array(
    z.object({ certificationId: z.string(), level: z.string(), validFrom: z.string(), lastDay: nullable }),
  ),
  localClasses: z.array(z.object({ code: z.string(), label: z.string() })),
  /** what the reader may do now: fork · checklist · request · receive · return · register · withdraw · act · review · end */
  abilities: z.array(z.string()),
  today: z.string(),
  readers: z.string(),
})
export type Registration = z.infer<typeof Registration>

export const RegistrationSheet = z.object({
  today: z.string(),
  person: z.object({
    id: z.string(),
    name: z.string(),
    kana: z.string(),
    birthOn: nullable,
    insuredNumber: nullable,
  }),
  /** INS-01 today */
  insuredType: nullable,
  standing: z.object({ level: nullable, label: z.string(), from: nullable, to: nullable }),
  items: z.array(
    z.object({
      id: z.string(),
      state: z.string(),
      occasion: z.string(),
      receivedOn: z.string(),
      checklistOn: nullable,
      startsOn: nullable,
      endedOn: nullable,
      endReason: nullable,
      reviewDue: nullable,
    }),
  ),
  checklists: z.array(
    z.object({ id: z.string(), answeredOn: z.string(), judgement: z.string(), isConfirmed: z.boolean() }),
  ),
  /** a new course may begin: none is under way */
  mayBegin: z.boolean(),
  abilities: z.array(z.string()),
  readers: z.string(),
})
export type RegistrationSheet = z.infer<typeof RegistrationSheet>

export const RegistrationRow = z.object({
  id: z.string(),
  version: z.number(),
  person: z.object({
    id: z.string(),
    name: z.string(),
    kana: z.string(),
    birthOn: nullable,
    insuredNumber: nullable,
  }),
  state: z.string(),
  occasion: z.string(),
  receivedOn: z.string(),
  wish: nullable,
  consent: z.boolean().nullable(),
  checklistOn: nullable,
  met: z.array(z.string()),
  /** 運動機能の低下、口腔機能の低下; empty: none */
  metWords: z.string(),
  notificationOn: nullable,
  cardPlace: nullable,
  requestedAt: nullable,
  requestedByName: nullable,
  requestNote: nullable,
  receivedAt: nullable,
  receivedByName: nullable,
  returnedReason: nullable,
  centreName: nullable,
  notificationCentreName: nullable,
  decidedOn: nullable,
  decidedByName: nullable,
  startsOn: nullable,
  localClass: nullable,
  reviewDue: nullable,
  cardReissuedOn: nullable,
  kokuhorenNotifiedOn: nullable,
  kokuhorenMonth: nullable,
  endedOn: nullable,
  endReason: nullable,
})
export type RegistrationRow = z.infer<typeof RegistrationRow>
export const RegistrationList = z.object({
  rows: z.array(RegistrationRow),
  nextCursor: nullable,
  total: z.number().nullable(),
})
export type RegistrationList = z.infer<typeof RegistrationList>

export const RegisteredMany = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      /** registered · refused: with the reasons in words · stale: somebody changed it meanwhile */
      outcome: z.enum(['registered', 'refused', 'stale']),
      startsOn: nullable,
      reasons: z.array(z.string()),
    }),
  ),
})
export type RegisteredMany = z.infer<typeof RegisteredMany>
