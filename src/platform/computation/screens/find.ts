import type { RuleSummary } from '../schema.ts'

const folded = (text: string) => text.normalize('NFKC').toLowerCase()

/** Rules that have every word of the search in their title, numbers, group or meaning; nothing asked: all. */
export function findRules(rules: readonly RuleSummary[], words: string): RuleSummary[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean)
  return rules.filter(({ id, covers, title, group, meaning }) => {
    const text = folded([id, ...covers, title, group, meaning].join('\n'))
    return wanted.every((word) => text.includes(word))
  })
}

/** By group, in the order in which they come. */
export const groupsOf = (rules: readonly RuleSummary[]): [string, RuleSummary[]][] =>
  [...new Set(rules.map(({ group }) => group))].map((group) => [
    group,
    rules.filter((one) => one.group === group),
  ])
