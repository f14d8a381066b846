import { type RuleProblem, RuleRefusal } from '../../../platform/computation/index.ts'
import {
  type Direction,
  decimalText,
  divide,
  InexactQuotient,
  product,
  type Ratio,
} from '../../../platform/exact/index.ts'

export interface StageRatio {
  /** 第1段階 is 1; a reduced row of the same stage may follow */
  stage: number
  /** 690 means 0.690 of 基準額 */
  ratioPerMille: number
}
export interface StageAmountsInput<S extends StageRatio = StageRatio> {
  /** 基準額（年額）: twelve times the monthly one where the ordinance states that */
  baseAnnualYen: number
  stages: readonly S[]
  /** `none`: exact, a fraction of a yen is refused */
  rounding: { unitYen: number; direction: Direction }
  /** monthly: each month is rounded, then taken twelve times. Default: annual */
  roundOn?: 'annual' | 'monthly'
}
export interface StageAmount {
  stage: number
  annualYen: number
}

const MONTHS = 12
/** How a division is done; a rule hands in its own `round`, which tells the loss. */
export type Divide = (label: string, exact: Ratio, direction: Direction, to: number) => number

/**
 * Annual premium of each stage: base × ratio, brought to whole yen as the ordinance says, row by row and in the order given.
 * @returns whole yen a year by row; rows keep their order, a stage may stand twice (before and after the public reduction)
 * @throws RuleRefusal `inexact` naming every stage that leaves a fraction of a yen under `none`
 * @source 介護保険法第129条第2項、介護保険法施行令第38条
 */
export function stageAmounts(
  { baseAnnualYen, stages, rounding, roundOn = 'annual' }: StageAmountsInput,
  by: Divide = (_, exact, direction, to) => divide(exact, direction, to),
): StageAmount[] {
  const months = roundOn === 'monthly' ? MONTHS : 1
  const { unitYen, direction } = rounding
  const problems: RuleProblem[] = []
  const amounts = stages.map(({ stage, ratioPerMille }, index) => {
    const exact = { over: product(baseAnnualYen, ratioPerMille), under: 1000 * months }
    const label = `第${stage}段階の${months === 1 ? '年額' : '月額'}`
    if (direction === 'none' && !isWhole(exact)) {
      const message = `${label}: ${decimalText(exact, 2)}円となり、1円未満の端数が出ます。端数処理（切捨て・四捨五入・切上げと単位）を選んでください。`
      problems.push({ code: 'inexact', path: `stages.${index}.ratioPerMille`, message })
      return { stage, annualYen: 0 }
    }
    return { stage, annualYen: by(label, exact, direction, unitYen) * months }
  })
  if (problems.length > 0) throw new RuleRefusal(problems)
  return amounts
}

function isWhole(exact: Ratio): boolean {
  try {
    divide(exact, 'none')
    return true
  } catch (error) {
    if (error instanceof InexactQuotient) return false
    throw error
  }
}
