import { refuse } from '../../../platform/computation/index.ts'

/** The highest and the lowest stage of a set of bits as `possibleStages` makes it. */
const highest = (stages: number) => 31 - Math.clz32(stages) // number: places of bits
const lowest = (stages: number) => Math.log2(stages & -stages)

/**
 * STG-09 境界層: the stage that the municipality decided on by hand wins over the judged one, and is always a lower one.
 * @param possible the stages that remain possible by the facts, as bits
 * @throws RuleRefusal `not-lower` when the decided stage is below none of them
 */
export function withBorderLayer(possible: number, decided: number, path: string): number {
  const judged = highest(possible)
  if (decided < judged) return decided
  const said = lowest(possible) === judged ? `判定された第${judged}段階` : `ありうる最も高い第${judged}段階`
  return refuse(
    'not-lower',
    path,
    `境界層として移された段階: 第${decided}段階は、${said}より低くありません。段階を確かめるか、空にしてください。`,
  )
}

/** Whether what is not known could still judge the person into the decided stage or below it. */
export const mayNotBeLower = (possible: number, decided: number): boolean => decided >= lowest(possible)
