import type { Computation, Stratum } from '../define.ts'

/** Counts of one place by measure; null or absent: not known. */
export type Figures = Readonly<Record<string, number | null | undefined>>

export type Made =
  | { value: number; numerator: number; denominator: number | null }
  | { value: null; reason: 'unknown' | 'no-denominator' }

const UNKNOWN = { value: null, reason: 'unknown' } as const
const NO_DENOMINATOR = { value: null, reason: 'no-denominator' } as const

/** Several measures together; one unknown makes the sum unknown, since a part would look like the whole. */
export function together(figures: Figures, measures: readonly string[]): number | null {
  let sum = 0
  for (const measure of measures) {
    const figure = figures[measure]
    if (figure === null || figure === undefined) return null
    sum += figure
  }
  return sum
}

/** A layer's two counts, or null when one is not known. */
export function layerOf(figures: Figures, { numerator, denominator }: Stratum): Layer | null {
  const counted = together(figures, numerator)
  const people = together(figures, denominator)
  return counted === null || people === null ? null : { counted, people }
}
export interface Layer {
  counted: number
  people: number
}

const layersOf = (figures: Figures, strata: readonly Stratum[]): Layer[] | null => {
  const layers = strata.map((stratum) => layerOf(figures, stratum))
  return layers.every((layer) => layer !== null) ? layers : null
}

const quotient = (numerator: number | null, denominator: number | null, per: number): Made => {
  if (numerator === null || denominator === null) return UNKNOWN
  return denominator === 0
    ? NO_DENOMINATOR
    : { value: (numerator / denominator) * per, numerator, denominator }
}

/**
 * One indicator of one place, unrounded. The engine computes the same by columns in SQL; this says what must come out.
 * @param nation the same measures of the whole country in the same period (standardised, indirect)
 * @param earliest the same measures of the place on its earliest day (change)
 */
export function compute(
  computation: Computation,
  figures: Figures,
  { nation = {}, earliest = {} }: { nation?: Figures; earliest?: Figures } = {},
): Made {
  switch (computation.kind) {
    case 'ratio':
      return quotient(
        together(figures, computation.numerator),
        together(figures, computation.denominator),
        computation.per,
      )
    case 'count': {
      const counted = together(figures, computation.measures)
      return counted === null ? UNKNOWN : { value: counted, numerator: counted, denominator: null }
    }
    case 'change': {
      const now = together(figures, computation.measures)
      const then = together(earliest, computation.measures)
      return quotient(now === null || then === null ? null : now - then, then, computation.per)
    }
    case 'standardised': {
      const layers = layersOf(figures, computation.strata)
      const { weights } = computation.standard
      const shares =
        weights === 'nation' ? layersOf(nation, computation.strata)?.map(({ people }) => people) : weights
      return layers && shares ? standardised(layers, shares, computation.per) : UNKNOWN
    }
    case 'indirect': {
      const layers = layersOf(figures, computation.strata)
      const national = layersOf(nation, computation.strata)
      return layers && national ? indirect(layers, national) : UNKNOWN
    }
  }
}

/**
 * Direct standardisation: Σ rate × weight ÷ Σ weight. A layer without people has no rate, so neither has the whole.
 * @source domain sheet ANL-02
 */
export function standardised(layers: readonly Layer[], weights: readonly number[], per: number): Made {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  if (whole === 0 || layers.some(({ people }) => people === 0)) return NO_DENOMINATOR
  const value = layers.reduce(
    (sum, { counted, people }, i) => sum + ((counted / people) * (weights[i] ?? 0)) / whole,
    0,
  )
  return {
    value: value * per,
    numerator: layers.reduce((sum, { counted }) => sum + counted, 0),
    denominator: layers.reduce((sum, { people }) => sum + people, 0),
  }
}

/**
 * Indirect standardisation: counted ÷ Σ(people × national rate) × 100. The denominator is the expected count, not rounded.
 * @source domain sheet ANL-03
 */
export function indirect(layers: readonly Layer[], national: readonly Layer[]): Made {
  if (national.some(({ people }) => people === 0)) return NO_DENOMINATOR
  const expected = layers.reduce((sum, { people }, i) => {
    const { counted, people: all } = national[i]!
    return sum + (people * counted) / all
  }, 0)
  const counted = layers.reduce((sum, layer) => sum + layer.counted, 0)
  return quotient(counted, expected, 100)
}
