import { isUnread } from '../../law/find-parameters.ts'
import { inForce, NoValueInForce } from '../../law/in-force.ts'
import type { Dated, DatedEntry } from '../../law/types.ts'
import type { AnyRule, RuleCase } from './definition.ts'
import { inputSchemaOf } from './input-schema.ts'
import type { Rule, RuleAnswer, RuleSummary } from './schema.ts'

/** The dated numbers a rule uses, each once. */
export const parametersOf = (rule: AnyRule): Dated<unknown>[] => [
  ...new Set(Object.values(rule.parameters as Record<string, Dated<unknown>>)),
]

function entryOn(parameter: Dated<unknown>, day: string): DatedEntry<unknown> | null {
  try {
    return inForce(parameter, day)
  } catch (error) {
    if (error instanceof NoValueInForce) return null
    throw error
  }
}

/** The values in force on a day, with whose they are; a parameter without one is left out, as the rule did not need it. */
export const valuesOn = (rule: AnyRule, day: string): RuleAnswer['parameters'] =>
  parametersOf(rule).flatMap((parameter) => {
    const entry = entryOn(parameter, day)
    if (!entry) return []
    const { from, value, source, confidence, status, note } = entry
    const { id, title, unit, labels } = parameter
    return [{ id, title, unit, labels, from, value, source, confidence, status, note }]
  })

/** @param today decides whether a value that nobody read in its source is in force */
export function summaryOf(rule: AnyRule, today: string): RuleSummary {
  const { id, title, group, meaning, confidence } = rule
  return {
    id,
    covers: [...(rule.covers ?? [])],
    title,
    group,
    meaning,
    confidence,
    isUnverified: isUnread(rule) || valuesOn(rule, today).some(isUnread),
    decidedBy: rule.dateOf ? 'input' : 'on',
  }
}

/** Everything that an officer needs to check a rule. */
export const describeRule = (rule: AnyRule, today: string): Rule => ({
  ...summaryOf(rule, today),
  formula: rule.formula,
  source: rule.source,
  limits: rule.limits ?? null,
  input: inputSchemaOf(rule),
  parameters: parametersOf(rule).map(({ id, title, unit, labels, checkedOn, history }) => ({
    id,
    title,
    unit,
    labels,
    checkedOn,
    history: [...history],
  })),
  labels: { ...rule.labels },
  cases: rule.cases.map((one: RuleCase<unknown>) => ({ ...one })),
})
