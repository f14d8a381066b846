import { z } from 'zod'

const nullable = z.string().nullable()
const Named = z.object({ id: z.string(), name: z.string() })
const PersonName = z.object({ id: z.string(), name: z.string(), kana: z.string() })
const Judgement = z.enum(['target', 'notTarget', 'undetermined', 'notApplicable'])
const stepValue = z.union([z.number(), z.string(), z.boolean(), z.null()])

/** One line of how a result came about, as an officer follows it. */
export const Step = z.object({
  label: z.string(),
  formula: z.string().optional(),
  inputs: z.record(z.string(), stepValue).optional(),
  value: stepValue.optional(),
  unit: z.string().optional(),
  source: z.object({ text: z.string(), url: z.string().optional() }).optional(),
  confidence: z.enum(['seen', 'secondary', 'recalled', 'unverified', 'decided']).optional(),
})

const count = { known: z.number(), unknown: z.number() }
const point = z.union([z.literal(0), z.literal(1), z.null()])

/** What the answers give under the parameters of their day. `known` score, `unknown` more may. */
export const SheetResult = z.object({
  judgement: Judgement,
  met: z.array(z.string()),
  undetermined: z.array(z.string()),
  notes: z.array(z.enum(['insuredTypeUnknown', 'certificationRuns'])),
  /** 25 cells by item number; null: unknown */
  points: z.array(point),
  bmi: z.object({
    point,
    printedBmiTenths: z.number().nullable(),
    warnings: z.array(z.enum(['heightImplausible', 'weightImplausible'])),
  }),
  criteria: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      wording: z.string(),
      atLeast: z.number(),
      ...count,
      result: z.enum(['met', 'notMet', 'undetermined']),
    }),
  ),
  domains: z.array(z.object({ domain: z.string(), label: z.string(), items: z.number(), ...count })),
  total: z.object(count),
  /** research, not law; null: no cut points for that day */
  frailty: z
    .object({
      frailty: z.string(),
      min: z.number(),
      max: z.number(),
      citation: z.string(),
      remark: z.string(),
    })
    .nullable(),
})
export type SheetResult = z.infer<typeof SheetResult>

const Facts = {
  insuredType: z.enum(['category1Insured', 'category2Insured', 'notInsured']).nullable(),
  certification: z.object({ level: z.enum(['support', 'care']), from: z.string(), to: nullable }).nullable(),
}
export const Preview = z.object({ result: SheetResult, steps: z.array(Step), ...Facts })
export type Preview = z.infer<typeof Preview>

export const Checklist = z.object({
  id: z.string(),
  version: z.number(),
  person: PersonName,
  centre: Named.nullable(),
  recordedCentre: Named.nullable(),
  area: Named.nullable(),
  staff: Named,
  formVersion: z.string(),
  answeredOn: z.string(),
  method: z.string(),
  respondent: nullable,
  coding: z.enum(['paperNumber', 'yesNo']),
  /** 25 cells by item number; cell 12 is always null */
  answers: z.array(z.enum(['yes', 'no', 'declined']).nullable()),
  /** 0.01 cm and 0.01 kg */
  heightHundredthsCm: z.number().nullable(),
  weightHundredthsKg: z.number().nullable(),
  note: nullable,
  minutes: z.number().nullable(),
  source: z.enum(['form', 'grid', 'file']),
  batchId: nullable,
  /** as computed and stored at entry: a proposal */
  proposal: z.object({
    judgement: Judgement,
    met: z.array(z.string()),
    undetermined: z.array(z.string()),
    ...count,
    ...Facts,
  }),
  /** the professional's own; null: 判定案 not confirmed yet */
  confirmation: z.object({ judgement: Judgement, by: Named, at: z.string(), reason: nullable }).nullable(),
  withdrawnAt: nullable,
  withdrawnReason: nullable,
  createdAt: z.string(),
  /** the consultation it was opened from */
  consultationId: nullable,
  /** computed anew from the answers and the facts of the proposal, with its steps */
  result: SheetResult,
  steps: z.array(Step),
})
export type Checklist = z.infer<typeof Checklist>

export const Made = z.object({
  kind: z.enum(['journal', 'task']),
  label: z.string(),
  dueOn: nullable.optional(),
})
export const ChecklistCreated = z.object({
  id: z.string(),
  version: z.number(),
  judgement: Judgement,
  met: z.array(z.string()),
  made: z.array(Made),
})
export type ChecklistCreated = z.infer<typeof ChecklistCreated>

export const ChecklistRow = z.object({
  id: z.string(),
  version: z.number(),
  person: PersonName,
  answeredOn: z.string(),
  method: z.string(),
  judgement: Judgement,
  met: z.array(z.string()),
  undetermined: z.array(z.string()),
  total: z.object(count),
  confirmedJudgement: Judgement.nullable(),
  staffName: nullable,
  centreName: nullable,
  areaName: nullable,
  source: z.enum(['form', 'grid', 'file']),
  withdrawnAt: nullable,
})
export type ChecklistRow = z.infer<typeof ChecklistRow>
export const ChecklistList = z.object({
  rows: z.array(ChecklistRow),
  nextCursor: nullable,
  total: z.number().nullable(),
})
export type ChecklistList = z.infer<typeof ChecklistList>

/** One date of the trend: small multiples draw one line for each domain and one for the total. */
export const TrendPoint = z.object({
  id: z.string(),
  answeredOn: z.string(),
  judgement: Judgement,
  confirmedJudgement: Judgement.nullable(),
  total: z.object(count),
  domains: z.array(z.object({ domain: z.string(), label: z.string(), items: z.number(), ...count })),
  printedBmiTenths: z.number().nullable(),
  frailty: nullable,
})
export const PersonChecklists = z.object({
  /** newest first, withdrawn ones too (marked) */
  rows: z.array(ChecklistRow),
  /** oldest first; withdrawn ones are not in it */
  trend: z.array(TrendPoint),
})
export type PersonChecklists = z.infer<typeof PersonChecklists>

export const BulkStored = z.object({
  batchId: z.string(),
  stored: z.number(),
  /** true: the same grid was stored before; nothing was stored now */
  repeated: z.boolean(),
  counts: z.object({
    target: z.number(),
    notTarget: z.number(),
    undetermined: z.number(),
    notApplicable: z.number(),
  }),
  rows: z.array(
    z.object({ row: z.number(), id: z.string(), judgement: Judgement, met: z.array(z.string()) }),
  ),
  made: z.array(Made),
})
export type BulkStored = z.infer<typeof BulkStored>

export const Confirmed = z.object({ confirmed: z.number() })

export const ChecklistHistory = z.object({
  id: z.string(),
  changes: z.array(
    z.object({
      version: z.number(),
      changedAt: z.string(),
      changedBy: Named.nullable(),
      fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
    }),
  ),
})
export type ChecklistHistory = z.infer<typeof ChecklistHistory>
