import { attributionLine } from '../../platform/import/index.ts'
import { type FactReader, type Level, type Place, placesOf, type Thresholds } from '../statistics/index.ts'
import type { IndicatorDefinition } from './define.ts'
import type { Layer } from './rules/compute.ts'
import { countsOf } from './service-counts.ts'
import { hiddenPlaces } from './service-protect.ts'

export interface PlaceValue {
  code: string
  name: string
  prefectureCode: string | null
  latitude: number | null
  longitude: number | null
  /** in the unit of the definition, not rounded; null with its reason */
  value: number | null
  missing: string | null
  /** counts behind it, where it is made of counts; both null where the value is */
  numerator: number | null
  denominator: number | null
  /** by layers of the definition, for rates adjusted to a standard */
  layers: Layer[] | null
}

/** Values of one indicator for all places of a level and period, small counts already hidden. */
export interface Table {
  definition: IndicatorDefinition
  level: Level
  series: string
  periodFrom: string
  periodTo: string
  release: string
  standard: string | null
  places: PlaceValue[]
  byCode: ReadonlyMap<string, PlaceValue>
  /** lines that stand beside every figure made from it */
  attribution: string[]
  /** changes when anything in the table may have */
  stamp: string
}

export interface TableKey {
  level: Level
  series: string
  /** last day of the period; without: the latest that is stored */
  periodTo?: string
}

interface ColumnState {
  indicator: string
  periodFrom: string
  periodTo: string
  release: string
  standard: string | null
  releaseIds: string[]
  stamp: string
}

// of all indicators at once: a page asks for twenty, and the columns of a place are few
const STATES = `select indicator, period_from::text as "periodFrom", period_to::text as "periodTo", release, standard,
    release_ids as "releaseIds", md5(computed_at::text || made_from::text || definition_hash || release_ids::text) as stamp
  from evaluation.indicator_column where level = $1 and series = $2
  order by period_to desc, period_from desc, array_position(array['改訂', '確定', '速報'], release)`
const PLACE_STAMP = `select count(*)::text || coalesce(sum(hashtext(name)::bigint * 31 + hashtext(code)
    + hashtext(coalesce(prefecture_code, '')) + coalesce(hashfloat8(latitude), 0)::bigint * 7
    + coalesce(hashfloat8(longitude), 0)), 0)::text as stamp
  from evaluation.place where level = $1 and series = $2`
const FIGURES = `select to_json(figures)::text as figures, to_json(missing)::text as missing from evaluation.indicator_column
  where indicator = $1 and level = $2 and series = $3 and period_from = $4::date and period_to = $5::date and release = $6`
const SOURCES = `select distinct attribution, licence, file_name as "fileName" from platform.dataset_release
  where id = any ($1::uuid[]) order by 1, 2, 3`

/** Periods that are stored, latest first, the most settled release of each. */
export async function periodsOf(
  reader: FactReader,
  id: string,
  { level, series }: TableKey,
): Promise<ColumnState[]> {
  const states = (await reader.query<ColumnState>(STATES, [level, series])).filter(
    ({ indicator }) => indicator === id,
  )
  const seen = new Set<string>()
  return states.filter(({ periodFrom, periodTo }) => {
    const key = `${periodFrom} ${periodTo}`
    return !seen.has(key) && seen.add(key)
  })
}

/** Tables kept while what they were made from stays: the one that was used longest ago goes first. */
const tables = new Map<string, Table>()
const MOST_TABLES = 600

/**
 * The table of a period, small counts hidden as the insurers of the towns want it. What was made once is kept and checked by its
 * stamp. @returns null when nothing is stored for it
 */
export async function loadTable(
  reader: FactReader,
  definition: IndicatorDefinition,
  key: TableKey,
  thresholds: Thresholds,
): Promise<Table | null> {
  const [states, places] = await Promise.all([
    periodsOf(reader, definition.id, key),
    reader.query<{ stamp: string }>(PLACE_STAMP, [key.level, key.series]),
  ])
  const state = key.periodTo ? states.find(({ periodTo }) => periodTo === key.periodTo) : states[0]
  return state ? tableOf(reader, definition, key, state, thresholds, places[0]!.stamp) : null
}

/** Tables of all periods, oldest first. */
export async function loadTables(
  reader: FactReader,
  definition: IndicatorDefinition,
  key: TableKey,
  thresholds: Thresholds,
): Promise<Table[]> {
  const [states, places] = await Promise.all([
    periodsOf(reader, definition.id, key),
    reader.query<{ stamp: string }>(PLACE_STAMP, [key.level, key.series]),
  ])
  return Promise.all(
    states.reverse().map((state) => tableOf(reader, definition, key, state, thresholds, places[0]!.stamp)),
  )
}

async function tableOf(
  reader: FactReader,
  definition: IndicatorDefinition,
  { level, series }: TableKey,
  state: ColumnState,
  thresholds: Thresholds,
  placeStamp: string,
): Promise<Table> {
  const stamp = `${state.stamp} ${placeStamp} ${thresholds.stamp}`
  const name = [definition.id, level, series, state.periodFrom, state.periodTo, state.release].join('|')
  const kept = tables.get(name)
  tables.delete(name)
  const table =
    kept?.stamp === stamp ? kept : await make(reader, definition, { level, series }, state, thresholds, stamp)
  tables.set(name, table)
  const oldest = tables.size > MOST_TABLES ? tables.keys().next().value : undefined
  if (oldest !== undefined) tables.delete(oldest)
  return table
}

async function make(
  reader: FactReader,
  definition: IndicatorDefinition,
  { level, series }: { level: Level; series: string },
  state: ColumnState,
  thresholds: Thresholds,
  stamp: string,
): Promise<Table> {
  const { periodFrom, periodTo, release, standard } = state
  const [places, [column], sources, counts] = await Promise.all([
    placesOf(reader, level, series),
    reader.query<{ figures: string; missing: string | null }>(FIGURES, [
      definition.id,
      level,
      series,
      periodFrom,
      periodTo,
      release,
    ]),
    reader.query<Parameters<typeof attributionLine>[0]>(SOURCES, [state.releaseIds]),
    countsOf(reader, definition.computation, { level, series, periodFrom, periodTo, release }),
  ])
  const figures = JSON.parse(column!.figures) as (number | null)[]
  const missing = column!.missing ? (JSON.parse(column!.missing) as (string | null)[]) : null
  const hidden = await hiddenPlaces(reader, definition.computation, { level, series, periodTo }, thresholds)
  const values = places.map((place): PlaceValue => {
    const at = place.position - 1
    const value = hidden.has(place.code) ? null : (figures[at] ?? null)
    return {
      ...aboutPlace(place),
      value,
      missing:
        value === null ? (hidden.has(place.code) ? 'hidden' : (missing?.[at] ?? 'not-reported')) : null,
      numerator: value === null ? null : counts.numerator(at),
      denominator: value === null ? null : counts.denominator(at),
      layers: hidden.has(place.code) ? null : counts.layers(at),
    }
  })
  return {
    definition,
    level,
    series,
    periodFrom,
    periodTo,
    release,
    // as the engine stores it: id, title and weights
    standard: standard && (JSON.parse(standard) as { title: string }).title,
    places: values,
    byCode: new Map(values.map((value) => [value.code, value])),
    attribution: [...new Set(sources.map(attributionLine))],
    stamp,
  }
}

const aboutPlace = ({ code, name, prefectureCode, latitude, longitude }: Place) => ({
  code,
  name,
  prefectureCode,
  latitude,
  longitude,
})
