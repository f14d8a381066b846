import type { Ratio } from '../../../platform/exact/index.ts'

export interface StageHeads {
  ratioPerMille: number
  /** of the whole period */
  persons: number
}

/** PRM-16: Σ persons × own ratio before the public reduction, in tenths of a person. */
export const adjustedInsured = (stages: readonly StageHeads[]): Ratio => ({
  over: stages.reduce((sum, { ratioPerMille, persons }) => sum + ratioPerMille * persons, 0) * 10,
  under: 1000,
})
