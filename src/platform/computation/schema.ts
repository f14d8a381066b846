import { z } from 'zod'
import { isCountable } from './fields.ts'

const Confidence = z.enum(['seen', 'secondary', 'recalled', 'unverified', 'decided'])
const Source = z.object({ text: z.string(), url: z.string().optional() })
const Json = z.unknown()

/** One rule in the list. */
export const RuleSummary = z.object({
  id: z.string(),
  /** further ids of the sheets that it answers; each of them opens this rule too */
  covers: z.array(z.string()),
  title: z.string(),
  group: z.string(),
  meaning: z.string(),
  /** of the formula */
  confidence: Confidence,
  /** 出典未確認: nobody read the formula, or a value that is in force today, in its source */
  isUnverified: z.boolean(),
  /** what decides whose values are used: the day asked for, or one that the input names */
  decidedBy: z.enum(['on', 'input']),
})
export const RuleList = z.object({ items: z.array(RuleSummary) })

const Entry = z.object({
  from: z.string(),
  /** only where a value ends without a successor */
  to: z.string().optional(),
  value: Json,
  source: Source,
  confidence: Confidence,
  status: z.enum(['provisional', 'draft']).optional(),
  note: z.string().optional(),
})
export const RuleParameter = z.object({
  id: z.string(),
  title: z.string(),
  unit: z.string(),
  checkedOn: z.string(),
  /** keys of a structured value in Japanese */
  labels: z.record(z.string(), z.string()).optional(),
  /** oldest first */
  history: z.array(Entry),
})

const Case = z.object({
  title: z.string(),
  on: z.string(),
  input: Json,
  value: Json.optional(),
  refused: z.object({ code: z.string(), path: z.string().optional() }).optional(),
  source: Source.optional(),
  isSecondary: z.boolean().optional(),
})

/** A rule with everything an officer needs to check it. */
export const Rule = RuleSummary.extend({
  formula: z.string(),
  source: Source,
  limits: z.string().nullable(),
  /** JSON Schema (2020-12) of the body of POST; `unit`, `labels` and `setting` stand beside title and description */
  input: z.record(z.string(), Json),
  parameters: z.array(RuleParameter),
  /** keys of the answer in Japanese, as far as the rule names them */
  labels: z.record(z.string(), z.string()),
  cases: z.array(Case),
})

export const RuleParams = z.object({ id: z.string().min(1).max(80) })

const flag = (title: string) =>
  z
    .enum(['true', 'false'], `${title}: true か false を指定してください。`)
    .default('false')
    .transform((word) => word === 'true')

export const RuleQuery = z.object({
  on: z.iso
    .date('基準日: 実在する日付を「2026-04-01」の形で指定してください。省くと今日です。')
    .refine(isCountable, { error: '基準日: 1868年から2199年までの日付を指定してください。' })
    .optional(),
  /** with the derivation */
  steps: flag('steps（計算の過程）'),
  /** fills what the body leaves out from the insurer's own dated settings */
  own: flag('own（保険者の設定で補う）'),
})
export type RuleQuery = z.output<typeof RuleQuery>

/** Any JSON: each rule checks its own; its shape stands in the OpenAPI document as the component `Rule-<id>`. */
export const RuleInput = z.unknown()

const StepValue = z.union([z.number(), z.string(), z.boolean(), z.null()])
export const Step = z.object({
  label: z.string(),
  formula: z.string().optional(),
  inputs: z.record(z.string(), StepValue).optional(),
  value: StepValue.optional(),
  unit: z.string().optional(),
  source: Source.optional(),
  confidence: Confidence.optional(),
})
export const Rounding = z.object({
  label: z.string(),
  direction: z.enum(['down', 'half-up', 'up', 'none']),
  to: z.number(),
  unit: z.string(),
  /** result − exact value, as an exact ratio in text; '0': nothing was left */
  loss: z.string(),
})

/** A value of the insurer that stood in for what the body left out. */
export const OwnValue = z.object({
  /** `adopt.unitYen` */
  path: z.string(),
  title: z.string(),
  setting: z.string(),
  value: Json,
  /** false: the municipality entered none, the product's initial value holds */
  isOwn: z.boolean(),
  /** null: holds since ever */
  from: z.string().nullable(),
  source: z.string(),
})
export type OwnValue = z.infer<typeof OwnValue>

export const RuleAnswer = z.object({
  ruleId: z.string(),
  value: Json,
  /** the day whose values were used */
  on: z.string(),
  /** empty unless asked for */
  steps: z.array(Step),
  roundings: z.array(Rounding),
  cautions: z.array(z.string()),
  /** the legal numbers in force on the day */
  parameters: z.array(
    Entry.pick({ from: true, value: true, source: true, confidence: true, status: true, note: true }).extend({
      id: z.string(),
      title: z.string(),
      unit: z.string(),
      labels: z.record(z.string(), z.string()).optional(),
    }),
  ),
  filled: z.array(OwnValue),
})

export type RuleSummary = z.infer<typeof RuleSummary>
export type Rule = z.infer<typeof Rule>
export type RuleParameter = z.infer<typeof RuleParameter>
export type RuleAnswer = z.infer<typeof RuleAnswer>
