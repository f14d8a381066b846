import type { Layer } from './compute.ts'

/** A difference from the standard in two parts that add up to it, in the unit of `per`. */
export interface AgePart {
  ours: number
  standard: number
  /** ours − standard */
  difference: number
  /** ours − ours adjusted: what would go if our people had the ages of the standard */
  age: number
  /** ours adjusted − standard: what stays */
  rest: number
}

/**
 * How much of our difference from the nation is the ages of our people: crude minus adjusted.
 * It is arithmetic, not a cause: the rates within each layer are left as they are.
 * @returns null where a layer has no people
 */
export function agePart(ours: readonly Layer[], standard: readonly Layer[], per: number): AgePart | null {
  if (ours.some(({ people }) => people === 0) || standard.some(({ people }) => people === 0)) return null
  const all = (layers: readonly Layer[], of: (layer: Layer) => number) =>
    layers.reduce((sum, layer) => sum + of(layer), 0)
  const rate = (layers: readonly Layer[]) =>
    (all(layers, ({ counted }) => counted) / all(layers, ({ people }) => people)) * per
  const people = all(standard, (layer) => layer.people)
  const adjusted = ours.reduce(
    (sum, layer, i) => sum + ((layer.counted / layer.people) * standard[i]!.people * per) / people,
    0,
  )
  const [our, their] = [rate(ours), rate(standard)]
  return { ours: our, standard: their, difference: our - their, age: our - adjusted, rest: adjusted - their }
}
