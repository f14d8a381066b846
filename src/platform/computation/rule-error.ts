/** One thing that is wrong with an input, or why there is no answer. */
export interface RuleProblem {
  /** the field, `stages.0.ratioPerMille`; empty: the whole */
  path: string
  /** `fund-below-draw`; stable, tests assert it */
  code: string
  /** Japanese: which, why, what to do */
  message: string
}

/** Thrown by a rule that has no answer: every reason at once. The caller shows the sentences; nothing is computed by guess. */
export class RuleRefusal extends Error {
  override readonly name = 'RuleRefusal'
  readonly problems: readonly RuleProblem[]

  constructor(problems: readonly RuleProblem[]) {
    super(problems.map(({ code, path }) => `${code} ${path}`).join('; '))
    this.problems = problems
  }
}

/** Ends a rule with one reason. */
export function refuse(code: string, path: string, message: string): never {
  throw new RuleRefusal([{ code, path, message }])
}
