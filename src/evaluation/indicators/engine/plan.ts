import type { FactMissing, FactUnit, Level, ReleaseState } from '../../statistics/index.ts'
import type { Computation } from '../define.ts'
import { assertUnits, type EngineDefinition, hashOf, measuresOf, strataOf } from './definition.ts'
import { howFits, type Span } from './periods.ts'
import { chosenReleases, type Releases } from './releases.ts'

/** A stored column of counts, without its counts; of the nation with its one. */
export interface FactHead {
  revision: number
  measure: string
  level: Level
  series: string
  from: string
  to: string
  release: ReleaseState
  unit: FactUnit
  releaseIds: string[]
  /** nation only */
  figure: number | null
  missing: FactMissing | null
}

/** One indicator column as it must be. */
export interface Planned {
  indicator: string
  level: Level
  series: string
  from: string
  to: string
  release: ReleaseState
  hash: string
  /** how it is computed: columns of one shape are made by one statement */
  computation: Computation
  /** change: how many earlier days there are */
  earlier: number
  /** revisions, in the order in which the statement uses them */
  inputs: number[]
  /** all revisions it hangs on */
  madeFrom: number[]
  /** of each layer: its share of the standard (standardised), the nation's rate (indirect) */
  weights: number[] | null
  /** set: no place has a value, and why */
  blank: FactMissing | 'no-denominator' | 'partial-year' | null
  standard: string | null
  releaseIds: string[]
}

const spanKey = ({ from, to }: Span) => `${from}/${to}`
const seriesKey = (level: Level, series: string) => `${level}/${series}`

/** Columns of counts, to be found by place of keeping, measure and period. */
class Facts {
  readonly #columns = new Map<string, Map<string, Map<ReleaseState, FactHead>>>()
  readonly #series = new Map<Level, Set<string>>()
  readonly units = new Map<string, Set<FactUnit>>()

  constructor(heads: readonly FactHead[]) {
    for (const head of heads) {
      const key = `${seriesKey(head.level, head.series)}/${head.measure}`
      const spans = this.#columns.get(key) ?? new Map()
      const releases = spans.get(spanKey(head)) ?? new Map()
      this.#columns.set(key, spans.set(spanKey(head), releases.set(head.release, head)))
      this.#series.set(head.level, (this.#series.get(head.level) ?? new Set()).add(head.series))
      this.units.set(head.measure, (this.units.get(head.measure) ?? new Set()).add(head.unit))
    }
  }

  seriesOf(level: Level): string[] {
    return [...(this.#series.get(level) ?? [])]
  }

  /** Periods for which every measure is there, oldest first. */
  spans(level: Level, series: string, measures: readonly string[]): Span[] {
    const [first, ...rest] = measures.map((measure) =>
      this.#columns.get(`${seriesKey(level, series)}/${measure}`),
    )
    return [...(first?.keys() ?? [])]
      .filter((key) => rest.every((spans) => spans?.has(key)))
      .map((key) => ({ from: key.slice(0, 10), to: key.slice(11) }))
      .sort((a, b) => (a.to === b.to ? (a.from < b.from ? -1 : 1) : a.to < b.to ? -1 : 1))
  }

  /** @throws when one is not there */
  at(level: Level, series: string, measures: readonly string[], span: Span): Releases<FactHead>[] {
    return measures.map((measure) => {
      const found = this.#columns.get(`${seriesKey(level, series)}/${measure}`)?.get(spanKey(span))
      if (!found) throw new Error(`no column of ${measure} at ${spanKey(span)}`)
      return found
    })
  }
}

/**
 * Every column that the definitions give with the counts that are there. A period for which an input is not loaded has no column.
 * @throws MixedUnits
 */
export function planOf(definitions: readonly EngineDefinition[], heads: readonly FactHead[]): Planned[] {
  const facts = new Facts(heads)
  return definitions.flatMap((definition) => {
    assertUnits(definition, (measure) => [...(facts.units.get(measure) ?? [])])
    const hash = hashOf(definition)
    return definition.levels.flatMap((level) =>
      facts.seriesOf(level).flatMap((series) => planOfSeries(definition, hash, facts, level, series)),
    )
  })
}

/** The inputs of a value: those that the statement reads, and those of the nation that give its weights. */
interface Inputs {
  span: Span
  earlier: number
  own: Releases<FactHead>[]
  nation: Releases<FactHead>[]
}

function planOfSeries(
  definition: EngineDefinition,
  hash: string,
  facts: Facts,
  level: Level,
  series: string,
): Planned[] {
  const { computation } = definition
  return inputsOf(definition, facts, level, series).flatMap(({ span, earlier, own, nation }) =>
    chosenReleases([...own, ...nation]).map(({ release, columns }): Planned => {
      const [used, national] = [columns.slice(0, own.length), columns.slice(own.length)]
      const weighed = weightsOf(computation, national)
      const isPartial = howFits(definition.period, span) === 'partial-year'
      return {
        indicator: definition.id,
        level,
        series,
        ...span,
        release,
        hash,
        computation,
        earlier,
        inputs: used.map(({ revision }) => revision),
        madeFrom: columns.map(({ revision }) => revision),
        weights: weighed && 'weights' in weighed ? weighed.weights : null,
        blank: isPartial ? 'partial-year' : weighed && 'blank' in weighed ? weighed.blank : null,
        standard: standardOf(computation, weighed),
        releaseIds: [...new Set(columns.flatMap(({ releaseIds }) => releaseIds))].sort(),
      }
    }),
  )
}

function inputsOf(definition: EngineDefinition, facts: Facts, level: Level, series: string): Inputs[] {
  const { computation, period } = definition
  const fits = (span: Span) => howFits(period, span) !== 'other'
  const all = measuresOf(definition)
  if (computation.kind === 'change') {
    const spans = facts.spans(level, series, all).filter(fits)
    return spans.slice(1).map((span, n) => ({
      span,
      earlier: n + 1,
      own: [span, ...spans.slice(0, n + 1)].flatMap((one) => facts.at(level, series, all, one)),
      nation: [],
    }))
  }
  if (computation.kind === 'ratio' && computation.denominatorPeriod === 'nearest-before') {
    const [above, below] = [[...new Set(computation.numerator)], [...new Set(computation.denominator)]]
    const earlier = facts.spans(level, series, below)
    return facts
      .spans(level, series, above)
      .filter(fits)
      .flatMap((span) => {
        const before = earlier.findLast(({ to }) => to <= span.to)
        if (!before) return []
        const own = [...facts.at(level, series, above, span), ...facts.at(level, series, below, before)]
        return [{ span, earlier: 0, own, nation: [] }]
      })
  }
  const isNational = usesNation(computation)
  const national = new Set(isNational ? facts.spans('nation', 'japan', all).map(spanKey) : [])
  return facts
    .spans(level, series, all)
    .filter((span) => fits(span) && (!isNational || national.has(spanKey(span))))
    .map((span) => ({
      span,
      earlier: 0,
      own: facts.at(level, series, all, span),
      nation: isNational ? facts.at('nation', 'japan', all, span) : [],
    }))
}

const usesNation = (computation: Computation): boolean =>
  computation.kind === 'indirect' ||
  (computation.kind === 'standardised' && computation.standard.weights === 'nation')

type Weighed = { weights: number[] } | { blank: NonNullable<Planned['blank']> }

/** Shares of the layers in the standard, or rates of the nation; or why they cannot be. */
function weightsOf(computation: Computation, national: readonly FactHead[]): Weighed | null {
  if (computation.kind !== 'standardised' && computation.kind !== 'indirect') return null
  const missing = national.find(({ figure }) => figure === null)
  if (missing) return { blank: missing.missing ?? 'not-reported' }
  const figures = new Map(national.map(({ measure, figure }) => [measure, figure ?? 0]))
  const add = (measures: readonly string[]) =>
    measures.reduce((all, measure) => all + (figures.get(measure) ?? 0), 0)
  const strata = strataOf(computation)
  if (computation.kind === 'indirect') {
    const people = strata.map(({ denominator }) => add(denominator))
    if (people.some((count) => count === 0)) return { blank: 'no-denominator' }
    return { weights: strata.map(({ numerator }, n) => add(numerator) / people[n]!) }
  }
  const { weights } = computation.standard
  const parts = weights === 'nation' ? strata.map(({ denominator }) => add(denominator)) : weights
  const whole = parts.reduce((all, part) => all + part, 0)
  return whole === 0 ? { blank: 'no-denominator' } : { weights: parts.map((part) => part / whole) }
}

function standardOf(computation: Computation, weighed: Weighed | null): string | null {
  if (computation.kind !== 'standardised') return null
  const { id, title } = computation.standard
  return JSON.stringify({ id, title, weights: weighed && 'weights' in weighed ? weighed.weights : [] })
}
