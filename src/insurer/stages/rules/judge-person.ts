import type { SalaryDeductionRule } from '../../../law/insurer/stages-salary-deduction.ts'
import { refuse } from '../../../platform/computation/index.ts'
import { mayNotBeLower, withBorderLayer } from './border-layer.ts'
import { type Ladder, onlyStage, possibleStages } from './income-stage.ts'
import type { PersonInput } from './persons.ts'
import { salaryAddition } from './salary-addition.ts'

export interface JudgedPerson {
  /** after 境界層; null: several stages remain possible */
  stage: number | null
  judgedStage: number | null
  possible: number[]
  /** the 境界層 stage could be no lower than the judged one, depending on what is not known */
  isBorderOpen: boolean
  /** added to 合計所得金額 by the special rule of R8; null: not asked for */
  additionYen: number | null
  /** whether the low-income limit was looked at */
  usedLimit: boolean
}

/**
 * The stage of one person with everything an officer may enter.
 * @param path of the person in the input, empty or `persons.3.`
 * @throws RuleRefusal when the special rule lacks the salary, or a 境界層 stage is not lower
 */
export function judgePerson(
  person: PersonInput,
  ladder: Ladder,
  salaryRule: () => SalaryDeductionRule,
  path: string,
): JudgedPerson {
  let usedLimit = false
  const lowIncomeLimitYen = () => {
    usedLimit = true
    return ladder.lowIncomeLimitYen()
  }
  const additionYen = person.taxBasisAdjustment === null ? null : additionOf(person, salaryRule, path)
  const stages = possibleStages(onOldBasis(person, additionYen), { ...ladder, lowIncomeLimitYen })
  const judgedStage = onlyStage(stages)
  const possible = stagesIn(stages)
  const decided = person.borderLayerStage
  const stage = decided === null ? judgedStage : withBorderLayer(stages, decided, `${path}borderLayerStage`)
  const isBorderOpen = decided !== null && mayNotBeLower(stages, decided)
  return { stage, judgedStage, possible, isBorderOpen, additionYen, usedLimit }
}

/**
 * The same, only the stage: for a whole town at once.
 * @param onOpenBorder called where the 境界層 stage could be no lower than the judged one
 */
export function stageOf(
  person: PersonInput,
  ladder: Ladder,
  salaryRule: () => SalaryDeductionRule,
  path: () => string,
  onOpenBorder: () => void,
): number | null {
  const isPlain = person.taxBasisAdjustment === null
  const basis = isPlain ? person : onOldBasis(person, additionOf(person, salaryRule, path()))
  const stages = possibleStages(basis, ladder)
  const decided = person.borderLayerStage
  if (decided === null) return onlyStage(stages)
  if (mayNotBeLower(stages, decided)) onOpenBorder()
  return withBorderLayer(stages, decided, `${path()}borderLayerStage`)
}

const onOldBasis = (person: PersonInput, additionYen: number | null): PersonInput =>
  additionYen === null || person.totalIncomeYen === null
    ? person
    : { ...person, totalIncomeYen: person.totalIncomeYen + additionYen }

function additionOf({ salaryRevenueYen }: PersonInput, rule: () => SalaryDeductionRule, path: string) {
  const inForce = rule()
  if (salaryRevenueYen === null)
    refuse(
      'salary-missing',
      `${path}salaryRevenueYen`,
      '給与収入: 税制改正の特例で計算するときに要ります。給与がない方は0を入力してください。',
    )
  return salaryAddition(salaryRevenueYen, inForce)
}

/** The stages of a set of bits, rising. */
function stagesIn(stages: number): number[] {
  const found: number[] = []
  for (let rest = stages; rest !== 0; rest &= rest - 1) found.push(Math.log2(rest & -rest))
  return found
}
