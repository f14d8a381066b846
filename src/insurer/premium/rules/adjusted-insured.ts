import { product, type Ratio } from '../../../platform/exact/index.ts'

export interface StageHeads {
  ratioPerMille: number
  /** of the whole period */
  persons: number
}

/** PRM-16: Σ persons × own ratio before the public reduction, in tenths of a person. */
export const adjustedInsured = (stages: readonly StageHeads[]): Ratio => ({
  over: stages.reduce(
    (sum, { ratioPerMille, persons }) => sum + BigInt(product(ratioPerMille, persons, 10)),
    0n,
  ),
  under: 1000,
})
