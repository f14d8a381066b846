import { refuse } from '../../../platform/computation/index.ts'

/**
 * STG-09 境界層: the stage that the municipality decided on by hand wins over the judged one.
 * @param judged null: could not be judged
 * @throws RuleRefusal `not-lower` when the decided stage is not below the judged one
 */
export function withBorderLayer(judged: number | null, decided: number | null, path: string): number | null {
  if (decided === null) return judged
  if (judged !== null && decided >= judged)
    refuse(
      'not-lower',
      path,
      `境界層として移された段階: 第${decided}段階は、判定された第${judged}段階より低くありません。段階を確かめるか、空にしてください。`,
    )
  return decided
}
