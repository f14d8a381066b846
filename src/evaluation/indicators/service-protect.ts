import {
  cellKey,
  type FactReader,
  hiddenOn,
  type Level,
  placesOf,
  ROOT,
  type Thresholds,
  TOWN_MEASURES,
} from '../statistics/index.ts'
import type { Computation } from './define.ts'

/**
 * Codes of the places whose value would tell a hidden count: one of the counts it is made from is hidden, on its day or on the
 * earliest. Published tables of insurers, prefectures and the nation are shown as they were published.
 */
export async function hiddenPlaces(
  reader: FactReader,
  computation: Computation,
  { level, series, periodTo }: { level: Level; series: string; periodTo: string },
  thresholds: Thresholds,
): Promise<ReadonlySet<string>> {
  const measures = measuresOf(computation).filter((measure) => TOWN_MEASURES.includes(measure))
  const municipalities =
    level === 'town'
      ? thresholds.of(series) > 1
        ? [series]
        : []
      : level === 'municipality'
        ? thresholds.hiding
        : []
  const found = new Set<string>()
  if (measures.length === 0) return found
  for (const municipality of municipalities) {
    const days = await daysOf(reader, computation, municipality, periodTo)
    for (const day of days) {
      const hidden = await hiddenOn(reader, municipality, day, thresholds)
      const codes =
        level === 'town'
          ? (await placesOf(reader, 'town', municipality)).map(({ code }) => code)
          : [municipality]
      for (const code of codes)
        if (measures.some((measure) => hidden.has(cellKey(rootOr(code, municipality), measure))))
          found.add(code)
    }
  }
  return found
}

const rootOr = (code: string, municipality: string) => (code === municipality ? ROOT : code)

export const measuresOf = (computation: Computation): string[] => {
  if ('measures' in computation) return [...computation.measures]
  const strata = computation.kind === 'ratio' ? [computation] : computation.strata
  return strata.flatMap(({ numerator, denominator }) => [...numerator, ...denominator])
}

/** The days whose counts a value tells: a change those of all earlier days, a ratio to the nearest count before also that one. */
async function daysOf(
  reader: FactReader,
  computation: Computation,
  municipality: string,
  periodTo: string,
): Promise<string[]> {
  if (computation.kind === 'change') return daysUpTo(reader, municipality, periodTo)
  if (computation.kind === 'ratio' && computation.denominatorPeriod === 'nearest-before')
    return [periodTo, ...(await daysUpTo(reader, municipality, periodTo)).slice(-1)]
  return [periodTo]
}

const daysUpTo = async (reader: FactReader, series: string, day: string): Promise<string[]> =>
  (
    await reader.query<{ day: string }>(
      `select distinct period_to::text as day from evaluation.fact_column
       where level = 'town' and series = $1 and measure = any ($2) and period_to <= $3::date order by 1`,
      [series, TOWN_MEASURES, day],
    )
  ).map(({ day: found }) => found)
