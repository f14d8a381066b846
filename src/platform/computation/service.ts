import type { Work } from '../database/work.ts'
import { notFound, Problem } from '../errors/index.ts'
import type { AnyRule } from './definition.ts'
import { describeRule, summaryOf, valuesOn } from './describe-rule.ts'
import { allRules, findRule } from './find-rules.ts'
import { withOwnValues } from './own-values.ts'
import type { RuleProblem } from './rule-error.ts'
import { runRule } from './run-rule.ts'
import type { Rule, RuleAnswer, RuleQuery, RuleSummary } from './schema.ts'

/** Rules are loaded when somebody first asks, not when the server starts. */
export const listRules = async (work: Work): Promise<RuleSummary[]> =>
  (await allRules()).map((rule) => summaryOf(rule, work.today))

export const openRule = async (work: Work, id: string): Promise<Rule> =>
  describeRule(await ruleOf(id), work.today)

async function ruleOf(id: string): Promise<AnyRule> {
  const rule = await findRule(id)
  if (!rule) throw notFound()
  return rule
}

/** Computes; nothing of the input or of the answer is kept anywhere. @throws Problem 404, 422 with every reason */
export async function answerOf(work: Work, id: string, body: unknown, query: RuleQuery): Promise<RuleAnswer> {
  const rule = await ruleOf(id)
  const asked = query.on ?? work.today
  const { input, filled } = query.own
    ? await withOwnValues(work, rule, body, asked)
    : { input: body, filled: [] }
  const outcome = runRule(rule, input, { on: asked, isExplained: query.steps })
  if (!outcome.ok) throw refusal(outcome.problems)
  return { ruleId: rule.id, ...outcome.answer, parameters: valuesOn(rule, outcome.answer.on), filled }
}

const refusal = (problems: readonly RuleProblem[]) =>
  new Problem('not-computed', 422, '計算できません', {
    detail: '項目ごとの理由を見て、入力か基準日を直してください。',
    errors: [...problems],
  })
