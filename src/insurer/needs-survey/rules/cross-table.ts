import type { Ratio } from '../../../platform/exact/index.ts'
import { USE_PATTERNS, type UsePattern } from './use-pattern.ts'

/** An answer that was not to be given: counted apart, never as 無回答. */
export const NOT_ASKED = 'notAsked'

export interface CrossRow {
  pattern: UsePattern
  /** answers that count: the base of the shares */
  valid: number
  /** 無回答 */
  missing: number
  /** not to be asked */
  notAsked: number
  /** ratioPerMille null: nobody answered */
  answers: { answer: string; count: number; ratioPerMille: number | null }[]
}

/**
 * One row for each pattern of use, in the order of the form; persons whose pattern is not known stand in none.
 * @param persons pattern and answer of each; answer null: 無回答
 * @param answers codes of the answers that count
 * @param perMille divides: 1000 × count ÷ valid, rounded as the rule says
 */
export function crossTable(
  persons: readonly { pattern: UsePattern | null; answer: string | null }[],
  answers: readonly string[],
  perMille: (pattern: UsePattern, answer: string, exact: Ratio) => number,
): CrossRow[] {
  return (Object.keys(USE_PATTERNS) as UsePattern[]).map((pattern) => {
    const here = persons.filter((one) => one.pattern === pattern).map(({ answer }) => answer)
    const countOf = (answer: string | null) => here.filter((one) => one === answer).length
    const [missing, notAsked] = [countOf(null), countOf(NOT_ASKED)]
    const valid = here.length - missing - notAsked
    return {
      pattern,
      valid,
      missing,
      notAsked,
      answers: answers.map((answer) => {
        const count = countOf(answer)
        const exact = { over: count * 1000, under: valid }
        return { answer, count, ratioPerMille: valid === 0 ? null : perMille(pattern, answer, exact) }
      }),
    }
  })
}
