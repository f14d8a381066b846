import type { StandardStages } from '../../../law/insurer/stages-standard.ts'
import type { StageRow } from './stage-table.ts'

/** What is known of a person on 賦課期日; null: not known. Yen of the year before, none below zero. */
export interface PersonState {
  publicAssistance: boolean | null
  oldAgeWelfarePension: boolean | null
  selfTaxed: boolean | null
  /** somebody of the household, the person too; not looked at where the person is known to be taxed */
  householdAnyTaxed: boolean | null
  /** 課税年金収入額 */
  pensionIncomeYen: number | null
  /** 合計所得金額 */
  totalIncomeYen: number | null
  /** 公的年金等に係る雑所得 */
  pensionMiscIncomeYen: number | null
  /** 長期・短期譲渡所得の特別控除 */
  landSpecialDeductionYen: number | null
}

/** A table made ready for many persons. */
export interface Ladder {
  exemptHousehold: readonly [number, number, number]
  exemptPerson: readonly [number, number]
  secondUpToYen: number
  /** the last stage of the untaxed */
  baseStage: number
  /** lower limits of the stages after it, rising from 0 */
  taxedFromYen: readonly number[]
  /** T of the fiscal year; asked only where somebody is not taxed */
  lowIncomeLimitYen: () => number
}

export const ladderOf = (
  standard: StandardStages,
  rows: readonly StageRow[],
  lowIncomeLimitYen: () => number,
): Ladder => ({
  exemptHousehold: standard.exemptHouseholdStages,
  exemptPerson: standard.exemptPersonStages,
  secondUpToYen: standard.secondUpToYen,
  baseStage: standard.baseStage,
  taxedFromYen: rows.slice(standard.baseStage).map(({ taxedFromYen }) => taxedFromYen ?? 0),
  lowIncomeLimitYen,
})

const bit = (stage: number) => 1 << stage

/**
 * The stages that remain possible with what is known, as a set of bits: bit 3 is 第3段階.
 * Known all, it is one stage; what is not known is tried both ways, so that one stage also comes out where the answer does not depend on it.
 * @source 介護保険法施行令第38条第1項
 */
export function possibleStages(person: PersonState, ladder: Ladder): number {
  if (person.publicAssistance === true) return bit(ladder.exemptHousehold[0])
  let stages = person.publicAssistance === null ? bit(ladder.exemptHousehold[0]) : 0
  const mayBeTaxed = person.selfTaxed ?? person.householdAnyTaxed !== false
  if (mayBeTaxed) stages |= taxedStages(person, ladder)
  if (person.selfTaxed !== true) stages |= untaxedStages(person, ladder)
  return stages
}

/** The one stage of a set, or null when several are possible. */
export const onlyStage = (stages: number): number | null =>
  (stages & (stages - 1)) === 0 ? Math.log2(stages) : null

function taxedStages({ totalIncomeYen, landSpecialDeductionYen }: PersonState, ladder: Ladder): number {
  const most =
    totalIncomeYen === null ? Infinity : Math.max(0, totalIncomeYen - (landSpecialDeductionYen ?? 0))
  const least = totalIncomeYen === null || landSpecialDeductionYen === null ? 0 : most
  let stages = 0
  ladder.taxedFromYen.forEach((fromYen, index) => {
    const belowYen = ladder.taxedFromYen[index + 1] ?? Infinity
    if (fromYen <= most && least < belowYen) stages |= bit(ladder.baseStage + 1 + index)
  })
  return stages
}

function untaxedStages(person: PersonState, ladder: Ladder): number {
  const { least, most } = pensionAndOther(person)
  const limitYen = ladder.lowIncomeLimitYen()
  let stages = 0
  if (person.householdAnyTaxed !== true) {
    const [first, second, third] = ladder.exemptHousehold
    if (person.oldAgeWelfarePension !== false) stages |= bit(first)
    if (person.oldAgeWelfarePension !== true) {
      if (least <= limitYen) stages |= bit(first)
      if (most > limitYen && least <= ladder.secondUpToYen) stages |= bit(second)
      if (most > ladder.secondUpToYen) stages |= bit(third)
    }
  }
  if (person.householdAnyTaxed !== false) {
    const [low, high] = ladder.exemptPerson
    if (least <= limitYen) stages |= bit(low)
    if (most > limitYen) stages |= bit(high)
  }
  return stages
}

/** Between what the person's y lies: 課税年金収入額＋（合計所得金額−年金の雑所得−特別控除、0円を下回るときは0円）. */
function pensionAndOther(person: PersonState): { least: number; most: number } {
  const { pensionIncomeYen, totalIncomeYen, pensionMiscIncomeYen, landSpecialDeductionYen } = person
  const off = (pensionMiscIncomeYen ?? 0) + (landSpecialDeductionYen ?? 0)
  const mostOther = totalIncomeYen === null ? Infinity : Math.max(0, totalIncomeYen - off)
  const isKnown = pensionMiscIncomeYen !== null && landSpecialDeductionYen !== null
  return {
    least: (pensionIncomeYen ?? 0) + (totalIncomeYen !== null && isKnown ? mostOther : 0),
    most: pensionIncomeYen === null ? Infinity : pensionIncomeYen + mostOther,
  }
}
