import type { IndicatorDefinition } from './define.ts'
import type { Layer } from './rules/compute.ts'
import { type Interval, indirectInterval, standardisedInterval, wilson } from './rules/intervals.ts'
import type { PlaceValue } from './service-load.ts'

/** Weights of the standard: the nation's people by layer, or the definition's own shares. Null: not adjusted, or not known. */
export function nationalWeights(
  { computation }: IndicatorDefinition,
  nation: Pick<PlaceValue, 'layers'> | null,
): readonly number[] | null {
  if (computation.kind !== 'standardised') return null
  const { weights } = computation.standard
  return weights === 'nation' ? (nation?.layers?.map(({ people }) => people) ?? null) : weights
}

/** 95 % limits of a value; null where chance has no meaning for it or the counts are not known. */
export function intervalOf(
  { computation, chance }: IndicatorDefinition,
  {
    value,
    numerator,
    denominator,
    layers,
  }: Pick<PlaceValue, 'value' | 'numerator' | 'denominator' | 'layers'>,
  weights: readonly number[] | null,
): Interval | null {
  if (value === null || chance === 'none' || numerator === null) return null
  if (computation.kind === 'standardised')
    return layers && weights ? standardisedInterval(layers, weights, computation.per) : null
  if (denominator === null) return null
  if (computation.kind === 'indirect') return indirectInterval(numerator, denominator)
  if (computation.kind !== 'ratio' || chance !== 'proportion') return null
  const share = wilson(numerator, denominator)
  return share && { low: share.low * computation.per, high: share.high * computation.per }
}

/** All people and all counted of a place by layers. */
export const wholeOf = (layers: readonly Layer[]): Layer => ({
  counted: layers.reduce((sum, { counted }) => sum + counted, 0),
  people: layers.reduce((sum, { people }) => sum + people, 0),
})
