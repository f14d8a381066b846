import { createHash } from 'node:crypto'
import type { FactUnit } from '../../statistics/index.ts'
import type { Computation, IndicatorDefinition, Period, Stratum } from '../define.ts'

/** What the engine needs of a definition. Besides the points in time of `PERIODS` it knows flows of months and fiscal years. */
export interface EngineDefinition extends Pick<IndicatorDefinition, 'id' | 'levels' | 'computation'> {
  period: Period | 'month' | 'fiscal-year'
}

/** Raised when the same definition comes to be computed in another way. */
const METHOD = 1

/** Changes with whatever changes the values, and not with words or rounding. */
export const hashOf = ({ id, levels, computation, period }: EngineDefinition): string =>
  createHash('sha256')
    .update(JSON.stringify([METHOD, id, [...levels].sort(), period, computation]))
    .digest('base64url')
    .slice(0, 22)

export const strataOf = (computation: Computation): readonly Stratum[] =>
  'strata' in computation ? computation.strata : computation.kind === 'ratio' ? [computation] : []

/** Measures that are added to each other. */
const sumsOf = (computation: Computation): (readonly string[])[] =>
  'measures' in computation
    ? [computation.measures]
    : [
        strataOf(computation).flatMap(({ numerator }) => numerator),
        strataOf(computation).flatMap(({ denominator }) => denominator),
      ]

/** Every measure of a definition, once. */
export const measuresOf = ({ computation }: EngineDefinition): string[] => [
  ...new Set(sumsOf(computation).flat()),
]

/** 実人数, 延べ人数 and 回数 were to be added: a mistake of the definition, which must not become a figure. */
export class MixedUnits extends Error {
  override readonly name = 'MixedUnits'
}

/** @throws MixedUnits when measures that are added were not counted alike */
export function assertUnits(
  definition: EngineDefinition,
  unitsOf: (measure: string) => readonly FactUnit[],
): void {
  for (const measures of sumsOf(definition.computation)) {
    const units = new Set(measures.flatMap(unitsOf))
    if (units.size > 1)
      throw new MixedUnits(`${definition.id} adds ${[...units].join(' and ')}: ${measures.join(', ')}`)
  }
}
