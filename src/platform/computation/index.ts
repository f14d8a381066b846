export {
  type AnyRule,
  defineRule,
  type Rounding,
  type RuleCase,
  type RuleContext,
  type RuleDefinition,
} from './definition.ts'
export {
  choice,
  codesOf,
  day,
  month,
  orUnknown,
  perMille,
  perMyriad,
  persons,
  roundingRule,
  whole,
  yen,
  yesNo,
} from './fields.ts'
export { type RuleProblem, RuleRefusal, refuse } from './rule-error.ts'
export { type Answer, type Asked, type Outcome, runRule } from './run-rule.ts'
