import type { SalaryDeductionRule } from '../../../law/insurer/stages-salary-deduction.ts'
import type { Ladder } from './income-stage.ts'
import { stageOf } from './judge-person.ts'
import type { PersonInput } from './persons.ts'
import type { StageAmount } from './stage-amounts.ts'

export interface PremiumsOfPersons {
  /** in the order of the input; null: several stages remain possible */
  persons: { stage: number | null; annualYen: number | null }[]
  byStage: { stage: number; persons: number; annualYen: number }[]
  undetermined: number
  /** persons whose 境界層 stage could be no lower than the judged one, depending on what is not known */
  openBorders: number
}

/**
 * Stage and annual premium of many persons, with the sums by stage.
 * @param amounts one for each stage of the table
 * @throws RuleRefusal naming the person as `persons.3.…`, as `judgePerson`
 */
export function premiumOfPersons(
  persons: readonly PersonInput[],
  ladder: Ladder,
  amounts: readonly StageAmount[],
  salaryRule: () => SalaryDeductionRule,
): PremiumsOfPersons {
  const yenOf = new Map<number, number>(amounts.map(({ stage, annualYen }) => [stage, annualYen]))
  const heads = new Map(amounts.map(({ stage }) => [stage, 0]))
  let undetermined = 0
  let openBorders = 0
  const onOpenBorder = () => {
    openBorders += 1
  }
  const judged = persons.map((person, index) => {
    const stage = stageOf(person, ladder, salaryRule, () => `persons.${index}.`, onOpenBorder)
    const annualYen = yenOf.get(stage ?? 0) ?? null
    if (annualYen === null) undetermined += 1
    else heads.set(stage!, heads.get(stage!)! + 1)
    return { stage, annualYen }
  })
  const byStage = amounts.map(({ stage, annualYen }) => {
    const count = heads.get(stage)!
    return { stage, persons: count, annualYen: count * annualYen }
  })
  return { persons: judged, byStage, undetermined, openBorders }
}
