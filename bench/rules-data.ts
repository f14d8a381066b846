import { serviceKinds } from '../src/law/insurer/service-kinds.ts'
import type { AnyRule } from '../src/platform/computation/definition.ts'
import { findRule } from '../src/platform/computation/find-rules.ts'
import { runRule } from '../src/platform/computation/run-rule.ts'

export const PERSONS = 120_000
export const INSURERS = 1_571
const YEARS = 25
const LEVELS = ['support1', 'support2', 'care1', 'care2', 'care3', 'care4', 'care5'] as const
const AGES = ['65-69', '70-74', '75-79', '80-84', '85-89', '90-'] as const

/** The same at every run: a small generator of whole numbers. */
function sequence(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state % below
  }
}

export async function ruleNamed(id: string): Promise<AnyRule> {
  const rule = await findRule(id)
  if (!rule) throw new Error(`no rule ${id}`)
  return rule
}

/** A call with a checked input; the check itself is measured by itself. @throws when the rule refuses */
export async function prepared(id: string, input: unknown, on: string) {
  const rule = await ruleNamed(id)
  const parsed = rule.input.parse(input)
  const outcome = runRule(rule, parsed, { on, isParsed: true })
  if (!outcome.ok) throw new Error(`${id}: ${JSON.stringify(outcome.problems.slice(0, 3))}`)
  return { rule, input, parsed, on }
}

/** Invented persons over all stages, all that decides known. */
export function manyPersons() {
  const next = sequence(1)
  return Array.from({ length: PERSONS }, () => {
    const selfTaxed = next(3) === 0
    return {
      publicAssistance: next(50) === 0,
      oldAgeWelfarePension: false,
      selfTaxed,
      householdAnyTaxed: selfTaxed || next(2) === 0,
      pensionIncomeYen: next(2_000_000),
      totalIncomeYen: selfTaxed ? next(9_000_000) : next(300_000),
      pensionMiscIncomeYen: 0,
      landSpecialDeductionYen: 0,
    }
  })
}

/** One insurer: two sexes, six bands of age, every level, every kind of service there is, 25 years. */
export function oneInsurer() {
  const next = sequence(2)
  const kinds = serviceKinds.history.findLast(({ from }) => from <= '2026-04-01')!.value as readonly {
    code: string
    levels: readonly string[]
    countedIn: string
    preventiveCountedIn: string | null
  }[]
  const fiscalYears = Array.from({ length: YEARS }, (_, n) => 2027 + n)
  const certified = (most: number) => LEVELS.map(() => 10 + next(most))
  const cells = (['male', 'female'] as const).flatMap((sex) =>
    AGES.map((ages, at) => ({
      sex,
      ages,
      insured: fiscalYears.map((_, n) => 4000 + 37 * n + next(200)),
      history: [2025, 2026].map((fiscalYear) => ({
        fiscalYear,
        insured: 4000,
        certified: certified(20 + 15 * at),
      })),
    })),
  )
  const services = kinds.map(({ code, levels, countedIn, preventiveCountedIn }) => ({
    kind: code,
    levels: LEVELS.filter((level) => levels.includes(level)).map((level) => {
      const unit = level.startsWith('support') ? preventiveCountedIn : countedIn
      const users = 1 + next(6)
      const counted = unit === 'persons' ? {} : { timesTenths: users * (40 + next(80)) }
      return { level, users, ...counted, benefitYen: users * (20_000 + next(200_000)) }
    }),
  }))
  return { baseFiscalYear: 2026, fiscalYears, trend: 'last-year', cells, services }
}
