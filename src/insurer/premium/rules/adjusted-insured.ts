import { product, type Ratio } from '../../../platform/exact/index.ts'
import { sumOf } from './yearly.ts'

export interface StageHeads {
  ratioPerMille: number
  /** of the whole period */
  persons: number
}

/** PRM-16: Σ persons × own ratio before the public reduction, in tenths of a person. */
export const adjustedInsured = (stages: readonly StageHeads[]): Ratio => ({
  over: product(sumOf(stages.map(({ ratioPerMille, persons }) => ratioPerMille * persons)), 10),
  under: 1000,
})
