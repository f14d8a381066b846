import { type FactColumn, type FactReader, factColumns, JAPAN, type Level } from '../statistics/index.ts'
import type { Computation, Stratum } from './define.ts'
import type { Layer } from './rules/compute.ts'

/** Counts behind the values of a period, by index of the place. Null: not one number over another, or not known. */
export interface Counts {
  numerator(at: number): number | null
  denominator(at: number): number | null
  layers(at: number): Layer[] | null
}
interface Where {
  level: Level
  series: string
  periodFrom: string
  periodTo: string
  /** of the value that the counts stand behind */
  release: string
}
type Sum = (at: number) => number | null

const NONE = () => null
const SETTLED = ['改訂', '確定', '速報']
/** As the engine chooses: 速報 is made of 速報 where there is one, even if an input has its 確定 by now. */
const orderFor = (release: string) => (release === '速報' ? SETTLED.toReversed() : SETTLED)

/** The counts from which the engine made a column, for intervals and for what is shown beside a value. */
export async function countsOf(reader: FactReader, computation: Computation, where: Where): Promise<Counts> {
  const sums = (measures: readonly string[], from: 'same' | 'before' = 'same') =>
    sumOf(reader, measures, where, from)
  switch (computation.kind) {
    case 'count':
      return { numerator: await sums(computation.measures), denominator: NONE, layers: NONE }
    case 'change':
      return { numerator: await sums(computation.measures), denominator: NONE, layers: NONE }
    case 'ratio': {
      const before = computation.denominatorPeriod === 'nearest-before' ? 'before' : 'same'
      const [numerator, denominator] = await Promise.all([
        sums(computation.numerator),
        sums(computation.denominator, before),
      ])
      return { numerator, denominator, layers: NONE }
    }
    case 'standardised':
    case 'indirect': {
      const layersAt = await layersOf(computation.strata, sums)
      const total = (at: number, of: keyof Layer) =>
        layersAt(at)?.reduce((sum, layer) => sum + layer[of], 0) ?? null
      const denominator =
        computation.kind === 'indirect'
          ? await expectedOf(reader, computation.strata, where, layersAt)
          : (at: number) => total(at, 'people')
      return { numerator: (at) => total(at, 'counted'), denominator, layers: layersAt }
    }
  }
}

async function layersOf(
  strata: readonly Stratum[],
  sums: (measures: readonly string[]) => Promise<Sum>,
): Promise<(at: number) => Layer[] | null> {
  const parts = await Promise.all(
    strata.map(async ({ numerator, denominator }) => ({
      counted: await sums(numerator),
      people: await sums(denominator),
    })),
  )
  return (at) => {
    const layers: Layer[] = []
    for (const part of parts) {
      const [counted, people] = [part.counted(at), part.people(at)]
      if (counted === null || people === null) return null
      layers.push({ counted, people })
    }
    return layers
  }
}

/** Expected counts at the nation's rates. */
async function expectedOf(
  reader: FactReader,
  strata: readonly Stratum[],
  where: Where,
  layersAt: (at: number) => Layer[] | null,
): Promise<Sum> {
  const nation = { ...where, level: 'nation' as const, series: JAPAN }
  const national = (await layersOf(strata, (measures) => sumOf(reader, measures, nation, 'same')))(0)
  return (at) =>
    national?.every(({ people }) => people > 0)
      ? (layersAt(at)?.reduce((sum, { people }, i) => {
          const { counted, people: all } = national[i]!
          return sum + (people * counted) / all
        }, 0) ?? null)
      : null
}

/** Measures added by place. `before`: the latest period that ends on the same day or earlier, of each measure. */
async function sumOf(
  reader: FactReader,
  measures: readonly string[],
  { level, series, periodFrom, periodTo, release }: Where,
  from: 'same' | 'before',
): Promise<Sum> {
  const within = from === 'same' ? { from: periodFrom, to: periodTo } : { to: periodTo }
  const columns = await factColumns(reader, { measures, level, series, ...within })
  const chosen = measures.map((measure) =>
    columns
      .filter((column) => column.measure === measure)
      .reduce<FactColumn | undefined>(
        (best, column) => (best && !isBetter(column, best, orderFor(release)) ? best : column),
        undefined,
      ),
  )
  return (at) => {
    let sum = 0
    for (const column of chosen) {
      const figure = column?.figures[at]
      if (figure === null || figure === undefined) return null
      sum += figure
    }
    return sum
  }
}

const isBetter = (a: FactColumn, b: FactColumn, order: readonly string[]): boolean =>
  a.periodTo > b.periodTo ||
  (a.periodTo === b.periodTo && order.indexOf(a.release) < order.indexOf(b.release))
